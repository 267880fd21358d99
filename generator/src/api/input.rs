//! What a caller gives to an operation: parameters and body in one list.

use super::{Body, Operation, Parameter, ParameterPlace, Property, Style};

/// One thing that a caller gives.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) place: InputPlace,
    pub(crate) style: Style,
    pub(crate) property: Property,
    /// Its name where all inputs stand side by side, such as `path.id` if something else is called `id` as well.
    pub(crate) flat_name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputPlace {
    Parameter(ParameterPlace),
    /// A property of a JSON object body.
    Property,
    /// The body as a whole.
    Body,
}

impl Operation {
    /// Path, query, header and cookie parameters, then the body, each in the document's order. Leaves out the headers
    /// that `of_client` says belong to the client.
    pub(crate) fn inputs(&self, of_client: impl Fn(&Parameter) -> bool) -> Vec<Input> {
        let input = |place, style, property: &Property| Input {
            place,
            style,
            flat_name: property.name.clone(),
            property: property.clone(),
        };
        let mut parameters: Vec<&Parameter> = self
            .parameters
            .iter()
            .filter(|parameter| !of_client(parameter))
            .collect();
        parameters.sort_by_key(|parameter| parameter.place);
        let mut inputs: Vec<Input> = parameters
            .into_iter()
            .map(|parameter| {
                input(
                    InputPlace::Parameter(parameter.place),
                    parameter.style,
                    &parameter.property,
                )
            })
            .collect();
        match &self.body {
            None => {}
            Some(Body::Properties(properties)) => inputs.extend(
                properties
                    .iter()
                    .map(|property| input(InputPlace::Property, Style::Default, property)),
            ),
            Some(Body::Json { ty, required, docs }) => {
                let body = Property {
                    name: "body".to_owned(),
                    ty: ty.clone(),
                    required: *required,
                    nullable: false,
                    deprecated: false,
                    docs: docs.clone(),
                    limits: super::Limits::default(),
                };
                inputs.push(input(InputPlace::Body, Style::Default, &body));
            }
        }
        qualify_clashes(&mut inputs);
        inputs
    }
}

fn qualify_clashes(inputs: &mut [Input]) {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| input.property.name.clone())
        .collect();
    for input in inputs {
        let name = &input.property.name;
        if names.iter().filter(|other| *other == name).count() > 1 {
            let place = match input.place {
                InputPlace::Parameter(place) => place.name(),
                InputPlace::Property | InputPlace::Body => "body",
            };
            input.flat_name = format!("{place}.{name}");
        }
    }
}
