//! The facts of a published document: everything but its prose and the settings of its presentation, in a fixed order.

use serde_json::{Map, Value};

use super::walk::{Kind, Role};

/// Members with text for people.
pub(super) const PROSE: [&str; 2] = ["summary", "description"];

/// Other members that no call depends on: examples, links to docs other than those of the document, and settings of the publisher's own docs.
const PRESENTATION: [&str; 5] = ["example", "examples", "externalDocs", "x-hidden", "x-mint"];

/// The order of members. Others follow in the order of the document before, and so do names, such as those of paths and properties: their order
/// decides the order of arguments.
const ORDER: [&str; 62] = [
    "openapi",
    "info",
    "servers",
    "$ref",
    "operationId",
    "name",
    "in",
    "title",
    "summary",
    "description",
    "version",
    "deprecated",
    "url",
    "security",
    "tags",
    "style",
    "explode",
    "allowReserved",
    "allowEmptyValue",
    "type",
    "format",
    "nullable",
    "readOnly",
    "writeOnly",
    "const",
    "enum",
    "default",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "discriminator",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "required",
    "properties",
    "patternProperties",
    "additionalProperties",
    "items",
    "schema",
    "parameters",
    "requestBody",
    "headers",
    "content",
    "encoding",
    "responses",
    "callbacks",
    "links",
    "paths",
    "webhooks",
    "components",
];

/// The facts of a document.
pub(super) fn facts(document: &Value) -> Value {
    of(document, Kind::DOCUMENT)
}

fn of(value: &Value, kind: Kind) -> Value {
    match (value, kind) {
        (Value::Object(members), Kind::Object(role)) => object(members, kind, role),
        (Value::Object(members), Kind::Map(_)) => {
            let members = members.iter();
            members
                .map(|(name, member)| (name.clone(), of(member, kind.member(name))))
                .collect()
        }
        (Value::Array(items), Kind::Object(_) | Kind::Map(_)) => {
            items.iter().map(|item| of(item, kind.item())).collect()
        }
        _ => value.clone(),
    }
}

fn object(members: &Map<String, Value>, kind: Kind, role: Role) -> Value {
    let is_document = members.contains_key("openapi") && members.contains_key("info");
    let facts = members.iter().filter(|(name, value)| {
        let is_prose = PROSE.contains(&name.as_str()) && (value.is_string() || value.is_null());
        let is_presentation = PRESENTATION.contains(&name.as_str()) || name.starts_with("x-readme");
        // The docs of the client link to those of the whole document.
        let is_presentation = is_presentation && !(is_document && name.as_str() == "externalDocs");
        !is_prose && !is_presentation
    });
    let mut facts: Vec<(String, Value)> = facts
        .map(|(name, member)| (name.clone(), of(member, kind.member(name))))
        .collect();
    if role == Role::Response && !members.contains_key("$ref") {
        // OpenAPI requires one.
        facts.push(("description".to_owned(), "".into()));
    }
    facts.sort_by_key(|(name, _)| rank(name));
    facts.into_iter().collect()
}

/// The position of a member in the order.
pub(super) fn rank(name: &str) -> usize {
    let known = ORDER.iter().position(|other| *other == name);
    known.unwrap_or(ORDER.len())
}
