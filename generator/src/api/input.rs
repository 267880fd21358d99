//! The inputs of an operation: parameters and body in one list.

use std::collections::BTreeMap;

use super::{Api, Body, Operation, Parameter, ParameterLocation, Property, Style};

/// An input of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) location: InputLocation,
    pub(crate) style: Option<Style>,
    pub(crate) property: Property,
    /// Its name among all inputs, such as `path.id` if there is another `id`.
    pub(crate) flat_name: String,
    /// The properties of an object body, each with its name among all inputs.
    pub(crate) members: Option<Vec<(String, String)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputLocation {
    Parameter(ParameterLocation),
    /// A property of an object or a form in the body.
    Property,
    /// All other properties of a form.
    Rest,
    /// The body as a whole.
    Body,
}

impl Input {
    /// Identifies it in other versions of the document: `path.id`, `body.name`, `body`.
    pub(crate) fn key(&self) -> String {
        let location = self.location.name();
        match self.location {
            InputLocation::Parameter(_) | InputLocation::Property => {
                format!("{location}.{}", self.property.name)
            }
            InputLocation::Rest => format!("{location}.*"),
            InputLocation::Body => location.to_owned(),
        }
    }
}

impl InputLocation {
    /// The part of a request that holds the input.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Parameter(location) => location.name(),
            Self::Property | Self::Rest | Self::Body => "body",
        }
    }
}

impl Operation {
    /// Path, query, header and cookie parameters, then the body, each in document order. Leaves out the headers for which
    /// `of_client` holds.
    pub(crate) fn inputs(&self, api: &Api, of_client: impl Fn(&Parameter) -> bool) -> Vec<Input> {
        let input = |location, style, property: &Property| Input {
            location,
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
        parameters.sort_by_key(|parameter| parameter.location);
        let mut inputs: Vec<Input> = parameters
            .into_iter()
            .map(|parameter| {
                input(
                    InputLocation::Parameter(parameter.location),
                    parameter.style,
                    &parameter.property,
                )
            })
            .collect();
        match &self.body {
            None => {}
            Some(Body::Properties {
                properties, rest, ..
            }) => {
                let rest = rest.iter();
                let rest = rest.map(|rest| input(InputLocation::Rest, None, rest));
                let properties = properties.iter();
                let properties =
                    properties.map(|property| input(InputLocation::Property, None, property));
                inputs.extend(properties.chain(rest));
            }
            Some(Body::Whole {
                ty,
                required,
                docs,
                constraints,
                ..
            }) => {
                let body = Property {
                    name: "body".to_owned(),
                    ty: ty.clone(),
                    required: *required,
                    required_in_document: false,
                    constant: None,
                    nullable: false,
                    deprecated: false,
                    docs: docs.clone(),
                    constraints: constraints.clone(),
                };
                inputs.push(Input {
                    members: api.object(ty).map(|object| names(&object.properties)),
                    ..input(InputLocation::Body, None, &body)
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
        let location = input.location.name();
        match &mut input.members {
            Some(members) => {
                flat_names.extend(
                    members
                        .iter_mut()
                        .map(|(_, flat_name)| (location, flat_name)),
                );
            }
            None => flat_names.push((location, &mut input.flat_name)),
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &flat_names {
        *counts.entry((*name).clone()).or_default() += 1;
    }
    for (location, name) in flat_names {
        if counts.get(name).is_some_and(|count| *count > 1) {
            *name = format!("{location}.{name}");
        }
    }
}
