//! Numbers and booleans where OpenAPI has a string, as YAML has them without quotation marks. Their text is the string.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::bundle::Bundle;
use super::grammar::ObjectKind;
use crate::diagnostics::{Code, Location, Problem, Reporter};
use crate::source::{Pointer, Positions, Source, Sources, parse};

/// Replaces the scalars of a document. Only if there are any, the sources are searched for their spelling.
pub(super) fn quote(bundle: &mut Bundle, sources: &Sources<'_>, reporter: &Reporter) {
    let mut found = Vec::new();
    let mut visit = |kind: ObjectKind, members: &Map<String, Value>, at: &Pointer| {
        find(&bundle.root, kind, members, at, &mut found);
        true
    };
    ObjectKind::Document.walk(&bundle.root, &mut Pointer::root(), &mut visit);
    for (kind, at) in &bundle.regions {
        if let Some(value) = at.find(&bundle.root) {
            kind.walk(value, &mut at.clone(), &mut visit);
        }
    }
    let mut wanted: BTreeMap<usize, Vec<(Pointer, Pointer)>> = BTreeMap::new();
    for at in found {
        let (source, there) = bundle.origins.of(&at);
        wanted.entry(source).or_default().push((at, there));
    }
    for (index, nodes) in wanted {
        let source = sources.all()[index];
        let positions = Positions::of(source, nodes.iter().map(|(_, there)| there));
        for (at, there) in nodes {
            let Some(value) = at.find_mut(&mut bundle.root) else {
                continue;
            };
            // The types of several schemas may apply to it.
            if value.is_string() {
                continue;
            }
            let written = positions.text(&there).filter(|text| {
                // An overlay may have replaced it.
                parse(&Source::new("scalar.yaml", *text)).is_ok_and(|read| read == *value)
            });
            // That of an alias is elsewhere.
            let used = if written.is_some() { "text" } else { "JSON" };
            let text = written.map_or_else(|| value.to_string(), str::to_owned);
            if is_enum_of_schema(&at) {
                reporter.report(Problem::warning(
                    Code::EnumValue,
                    Location::Source(index, there),
                    format!("enum value `{text}` is not a string, so its {used} is used"),
                    "put it in quotes",
                ));
            }
            *value = Value::String(text);
        }
    }
}

/// Whether this is a value that a schema lists, and not one of a server variable.
fn is_enum_of_schema(at: &Pointer) -> bool {
    match at.steps() {
        [.., variables, _, list, _] => list == "enum" && variables != "variables",
        _ => false,
    }
}

/// The numbers and booleans in an object that stand for strings.
fn find(
    root: &Value,
    kind: ObjectKind,
    members: &Map<String, Value>,
    at: &Pointer,
    found: &mut Vec<Pointer>,
) {
    let mut check = |value: &Value, at: Pointer| {
        if value.is_number() || value.is_boolean() {
            found.push(at);
        }
    };
    for key in strings(kind) {
        if let Some(value) = members.get(*key) {
            check(value, at.join(*key));
        }
    }
    for key in lists(kind) {
        for (index, value) in items(members, key) {
            check(value, at.join(*key).join(index.to_string()));
        }
    }
    if kind != ObjectKind::Schema {
        return;
    }
    if let Some(discriminator) = members.get("discriminator") {
        let at = at.join("discriminator");
        if let Some(name) = discriminator.get("propertyName") {
            check(name, at.join("propertyName"));
        }
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        for (key, value) in mapping.into_iter().flatten() {
            check(value, at.join("mapping").join(key.as_str()));
        }
    }
    find_values(root, members, None, at, &mut check);
}

/// Checks the values of a schema where they have to be strings. A schema without a type has that of the schemas that it is
/// combined with.
fn find_values(
    root: &Value,
    schema: &Map<String, Value>,
    outer: Option<&Value>,
    at: &Pointer,
    check: &mut impl FnMut(&Value, Pointer),
) {
    let mut combined = items(schema, "allOf").filter_map(|(_, schema)| {
        let target = || Pointer::from_fragment(schema.get("$ref")?.as_str()?)?.find(root);
        schema.get("type").or_else(|| target()?.get("type"))
    });
    let of_members = || combined.next().or(outer);
    let Some(ty) = schema.get("type").or_else(of_members) else {
        return;
    };
    for key in ["default", "const"] {
        if let Some(value) = schema.get(key).filter(|value| is_string(ty, value)) {
            check(value, at.join(key));
        }
    }
    for (index, value) in items(schema, "enum").filter(|(_, value)| is_string(ty, value)) {
        check(value, at.join("enum").join(index.to_string()));
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        for (index, schema) in items(schema, key) {
            let untyped = schema
                .as_object()
                .filter(|schema| !schema.contains_key("type"));
            if let Some(schema) = untyped {
                let at = at.join(key).join(index.to_string());
                find_values(root, schema, Some(ty), &at, check);
            }
        }
    }
}

fn items<'v>(
    members: &'v Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = (usize, &'v Value)> {
    let items = members.get(key).and_then(Value::as_array);
    items.into_iter().flatten().enumerate()
}

/// Whether a type accepts strings, but not this value.
fn is_string(ty: &Value, value: &Value) -> bool {
    let allows = |name: &str| match ty {
        Value::String(only) => only == name,
        Value::Array(names) => names.iter().any(|known| known == name),
        _ => false,
    };
    let is_other = match value {
        Value::Bool(_) => allows("boolean"),
        _ => allows("number") || allows("integer"),
    };
    allows("string") && !is_other
}

/// The fields of an object that are strings.
fn strings(kind: ObjectKind) -> &'static [&'static str] {
    match kind {
        ObjectKind::Info => &["title", "version", "description", "summary"],
        ObjectKind::Server => &["url", "description"],
        ObjectKind::ServerVariable => &["default", "description"],
        ObjectKind::PathItem => &["summary", "description"],
        ObjectKind::Operation => &["operationId", "summary", "description"],
        ObjectKind::Parameter => &["name", "description"],
        ObjectKind::SecurityScheme => &["name", "description", "scheme", "bearerFormat"],
        ObjectKind::RequestBody | ObjectKind::Response | ObjectKind::Header => &["description"],
        ObjectKind::Schema => &["title", "description", "format", "pattern"],
        ObjectKind::Document
        | ObjectKind::Components
        | ObjectKind::MediaType
        | ObjectKind::Encoding => &[],
    }
}

/// The fields of an object that are lists of strings.
pub(super) fn lists(kind: ObjectKind) -> &'static [&'static str] {
    match kind {
        ObjectKind::ServerVariable => &["enum"],
        ObjectKind::Operation => &["tags"],
        ObjectKind::Schema => &["required"],
        _ => &[],
    }
}
