//! The inputs of an operation: parameters and body in one list.

use std::collections::BTreeMap;

use super::{Api, Body, Operation, Parameter, ParameterPlace, Property, Style};

/// An input of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) place: InputPlace,
    pub(crate) style: Option<Style>,
    pub(crate) property: Property,
    /// Its name among all inputs, such as `path.id` if there is another `id`.
    pub(crate) flat_name: String,
    /// The properties of an object body, each with its name among all inputs.
    pub(crate) members: Option<Vec<(String, String)>>,
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
    /// Path, query, header and cookie parameters, then the body, each in document order. Leaves out the headers for which
    /// `of_client` holds.
    pub(crate) fn inputs(&self, api: &Api, of_client: impl Fn(&Parameter) -> bool) -> Vec<Input> {
        let input = |place, style, property: &Property| Input {
            place,
            style,
            flat_name: property.name.clone(),
            members: None,
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
            Some(Body::Properties { properties, .. }) => inputs.extend(
                properties
                    .iter()
                    .map(|property| input(InputPlace::Property, None, property)),
            ),
            Some(Body::Whole {
                ty, required, docs, ..
            }) => {
                let body = Property {
                    name: "body".to_owned(),
                    ty: ty.clone(),
                    required: *required,
                    demanded: false,
                    nullable: false,
                    deprecated: false,
                    docs: docs.clone(),
                    limits: super::Limits::default(),
                };
                inputs.push(Input {
                    members: api.object(ty).map(|object| names(&object.properties)),
                    ..input(InputPlace::Body, None, &body)
                });
            }
        }
        qualify_clashes(&mut inputs);
        inputs
    }
}

fn names(properties: &[Property]) -> Vec<(String, String)> {
    let names = properties.iter().map(|property| property.name.clone());
    names.map(|name| (name.clone(), name)).collect()
}

fn qualify_clashes(inputs: &mut [Input]) {
    let mut flat_names: Vec<(&'static str, &mut String)> = Vec::new();
    for input in inputs {
        let place = match input.place {
            InputPlace::Parameter(place) => place.name(),
            InputPlace::Property | InputPlace::Body => "body",
        };
        match &mut input.members {
            Some(members) => {
                flat_names.extend(members.iter_mut().map(|(_, flat_name)| (place, flat_name)));
            }
            None => flat_names.push((place, &mut input.flat_name)),
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &flat_names {
        *counts.entry((*name).clone()).or_default() += 1;
    }
    for (place, name) in flat_names {
        if counts.get(name).is_some_and(|count| *count > 1) {
            *name = format!("{place}.{name}");
        }
    }
}
