//! Parts of a document that differ from others like them. What an overlay adds to the others is probably missing there.

use std::collections::BTreeMap;

use serde_json::json;

use crate::api::{
    Api, DefinedIn, Operation, Parameter, ParameterLocation, Shape, Type, TypeDef, TypeId,
    without_names,
};
use crate::diagnostics::{Code, Help, Reporter};

/// Reports path parameters and schemas that lack the type that others like them have.
pub(super) fn report(api: &Api, reporter: &Reporter) {
    path_parameters(api, reporter);
    schemas(api, reporter);
}

/// The path parameters in the same place of a path, most of which may have a type of their own, such as `UserId`.
fn path_parameters(api: &Api, reporter: &Reporter) {
    let mut places: BTreeMap<String, Vec<(&Operation, &Parameter)>> = BTreeMap::new();
    for operation in &api.operations {
        for parameter in &operation.parameters {
            if let Some(place) = place(operation, parameter) {
                places
                    .entry(place)
                    .or_default()
                    .push((operation, parameter));
            }
        }
    }
    for (place, parameters) in places {
        let mut uses: BTreeMap<TypeId, usize> = BTreeMap::new();
        for (_, parameter) in &parameters {
            let id = parameter.property.ty.named();
            let id = id.filter(|id| api.type_def(*id).shape == Shape::StringNewtype);
            *uses
                .entry(match id {
                    Some(id) => id,
                    None => continue,
                })
                .or_default() += 1;
        }
        let Some((id, count)) = uses.into_iter().max_by_key(|(_, count)| *count) else {
            continue;
        };
        if count < 2 {
            continue;
        }
        let name = &api.type_def(id).name;
        let plain = parameters
            .iter()
            .filter(|(_, parameter)| parameter.property.ty == Type::String);
        for (operation, parameter) in plain {
            let message = format!(
                "path parameter `{}` of `{}` is a string, but `{name}` in {count} operations under `{place}`",
                parameter.property.name, operation.id
            );
            let help = Help::new("give it the same type, if it is the same thing").update(
                &parameter.at.join("schema"),
                json!({"x-rust-newtype": name}),
            );
            reporter.warning(Code::Sibling, &parameter.at, message, help);
        }
    }
}

/// The path up to a parameter, without the names of parameters: `/users/{}`.
fn place(operation: &Operation, parameter: &Parameter) -> Option<String> {
    if parameter.location != ParameterLocation::Path {
        return None;
    }
    let own = format!("{{{}}}", parameter.property.name);
    let (before, _) = operation.path.split_once(&own)?;
    Some(without_names(&(before.to_owned() + &own)))
}

/// Schemas that are written inline, and have the members of one like it that has a name.
fn schemas(api: &Api, reporter: &Reporter) {
    let is_named = |def: &&TypeDef| {
        def.defined_in == DefinedIn::OwnFile
            && !def.at.is_component_schema()
            && is_shaped(&def.shape)
    };
    let named: Vec<&TypeDef> = api.types.values().filter(is_named).collect();
    if named.is_empty() {
        return;
    }
    let inline = api
        .types
        .values()
        .filter(|def| def.defined_in != DefinedIn::OwnFile);
    for def in inline {
        let member = def.name.rsplit(' ').next().unwrap_or_default();
        // `PageMeta` for `meta`
        let is_similar = |name: &str| name.to_lowercase().ends_with(&member.to_lowercase());
        let mut named = named.iter();
        let same = named.find(|named| named.shape == def.shape && is_similar(&named.name));
        let Some(same) = same else {
            continue;
        };
        let name = &same.name;
        let message = format!("`{member}` looks like `{name}`, and becomes another type");
        let help = Help::new("give it the same name, if it is the same thing")
            .update(&def.at, json!({"x-rust-name": name}));
        reporter.warning(Code::Sibling, &def.at, message, help);
    }
}

/// Whether a shape tells a type from others.
fn is_shaped(shape: &Shape) -> bool {
    match shape {
        Shape::Object(object) => !object.properties.is_empty(),
        Shape::Enumeration(_) | Shape::Union(_) => true,
        Shape::StringNewtype => false,
    }
}
