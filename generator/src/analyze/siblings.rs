//! Parts of a document that differ from others like them. What an overlay adds to the others is probably missing there.

use std::collections::BTreeMap;

use serde_json::json;

use crate::api::{
    Api, Body, DefinedIn, Operation, Parameter, ParameterLocation, Property, Shape, Type, TypeDef,
    TypeId, without_names,
};
use crate::diagnostics::{Code, Help, Reporter};
use crate::source::Pointer;

/// How many members of a name must have the same type before one without it is reported.
const ENOUGH_MEMBERS: usize = 3;

/// Reports path parameters, members and schemas that lack the type that others like them have.
pub(super) fn report(api: &Api, reporter: &Reporter) {
    path_parameters(api, reporter);
    members(api, reporter);
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
        let types = parameters
            .iter()
            .map(|(_, parameter)| &parameter.property.ty);
        let Some((name, count)) = usual_type(api, types) else {
            continue;
        };
        let plain = parameters
            .iter()
            .filter(|(_, parameter)| parameter.property.ty == Type::String);
        for (operation, parameter) in plain {
            let message = format!(
                "path parameter `{}` of `{}` is a string, but `{name}` in {} under `{place}`",
                parameter.property.name,
                operation.id,
                counted(count, "operation")
            );
            let help = newtype(&parameter.at.join("schema"), name);
            reporter.warning(Code::Sibling, &parameter.at, message, help);
        }
    }
}

/// A property or a parameter, with its schema.
struct Member<'a> {
    property: &'a Property,
    at: Pointer,
    schema: Pointer,
}

/// The properties, and the parameters outside of paths, with the same name. `userId` is a `UserId` wherever it is.
fn members(api: &Api, reporter: &Reporter) {
    let properties = api.types.values().flat_map(|def| {
        let object = match &def.shape {
            Shape::Object(object) => &*object.properties,
            _ => &[],
        };
        object.iter().map(|property| {
            let at = def.at.join("properties").join(&property.name);
            let schema = at.clone();
            Member {
                property,
                at,
                schema,
            }
        })
    });
    let inputs = api.operations.iter().flat_map(|operation| {
        let parameters = operation.parameters.iter();
        let parameters =
            parameters.filter(|parameter| parameter.location != ParameterLocation::Path);
        let parameters = parameters.map(|parameter| Member {
            property: &parameter.property,
            at: parameter.at.clone(),
            schema: parameter.at.join("schema"),
        });
        let body = match &operation.body {
            Some(Body::Properties { properties, at, .. }) => Some((properties, at)),
            _ => None,
        };
        let body = body.into_iter().flat_map(|(properties, at)| {
            properties.iter().map(|property| {
                let at = at.join("properties").join(&property.name);
                let schema = at.clone();
                Member {
                    property,
                    at,
                    schema,
                }
            })
        });
        parameters.chain(body)
    });
    let mut names: BTreeMap<&str, Vec<Member<'_>>> = BTreeMap::new();
    for member in properties.chain(inputs) {
        names.entry(&member.property.name).or_default().push(member);
    }
    for (member, members) in names {
        let types = members.iter().map(|member| &member.property.ty);
        let Some((name, count)) = usual_type(api, types) else {
            continue;
        };
        let plain = members
            .iter()
            .filter(|member| member.property.ty == Type::String);
        let plain: Vec<_> = plain.collect();
        if count < ENOUGH_MEMBERS || plain.len() >= count {
            continue;
        }
        for Member { at, schema, .. } in plain {
            let message = format!("`{member}` is a string, but `{name}` in {count} other places");
            reporter.warning(Code::Sibling, at, message, newtype(schema, name));
        }
    }
}

/// The one type of its own that some strings of these have, such as `UserId`, and how many have it.
fn usual_type<'a>(api: &'a Api, types: impl Iterator<Item = &'a Type>) -> Option<(&'a str, usize)> {
    let ids = types.filter_map(Type::named);
    let ids = ids.filter(|id| api.type_def(*id).shape == Shape::StringNewtype);
    let mut uses: BTreeMap<TypeId, usize> = BTreeMap::new();
    for id in ids {
        *uses.entry(id).or_default() += 1;
    }
    let (id, count) = uses.into_iter().max_by_key(|(_, count)| *count)?;
    Some((&api.type_def(id).name, count))
}

fn newtype(schema: &Pointer, name: &str) -> Help {
    Help::new("give it the same type, if it is the same thing")
        .update(schema, json!({"x-rust-newtype": name}))
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
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
