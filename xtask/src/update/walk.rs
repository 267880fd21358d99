//! The objects of a document whose members OpenAPI defines. Elsewhere, `description` can be the name of a property.

use openapi_rust_client_generator::json_path_member;
use serde_json::{Map, Value};

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An object with members that OpenAPI defines, or a list of such objects.
    Object(Role),
    /// An object with any names and such objects as values, or a list of these.
    Map(Role),
    /// Any value.
    Data,
}

/// The role of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    PathItem,
    Operation,
    Parameter,
    Schema,
    Property,
    Response,
    Other,
}

const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

impl Kind {
    pub(super) const DOCUMENT: Self = Self::Object(Role::Other);

    /// The kind of a member.
    pub(super) fn member(self, name: &str) -> Self {
        let role = match self {
            Self::Data => return Self::Data,
            Self::Map(Role::PathItem | Role::Response) if name.starts_with("x-") => {
                return Self::Data;
            }
            Self::Map(role) => return Self::Object(role),
            Self::Object(role) => role,
        };
        match name {
            "const" | "default" | "dependentRequired" | "enum" | "example" | "examples"
            | "mapping" | "required" | "scopes" | "security" => Self::Data,
            "pathItems" | "paths" | "webhooks" => Self::Map(Role::PathItem),
            "additionalOperations" => Self::Map(Role::Operation),
            "parameters" => Self::Map(Role::Parameter),
            "patternProperties" | "properties" => Self::Map(Role::Property),
            "responses" => Self::Map(Role::Response),
            "$defs" | "definitions" | "schemas" => Self::Map(Role::Schema),
            "callbacks" | "content" | "dependentSchemas" | "encoding" | "headers" | "links"
            | "requestBodies" | "securitySchemes" | "variables" => Self::Map(Role::Other),
            _ if name.starts_with("x-") => Self::Data,
            _ if role == Role::PathItem && METHODS.contains(&name) => Self::Object(Role::Operation),
            _ => Self::Object(Role::Other),
        }
    }

    /// The kind of an item, if this is a list.
    pub(super) fn item(self) -> Self {
        match self {
            Self::Map(role) => Self::Object(role),
            other => other,
        }
    }
}

/// An object of a document.
pub(super) struct Place<'d> {
    pub(super) role: Role,
    pub(super) members: &'d Map<String, Value>,
    /// Its JSON pointer.
    pub(super) pointer: String,
    /// The target of an overlay action that describes it. Parameters and tags are identified by their names, so that it stays
    /// the same when others come and go.
    pub(super) target: String,
}

/// All objects of a document, in its order.
pub(super) fn places(document: &Value) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    visit(
        document,
        Kind::DOCUMENT,
        (String::new(), "$".into()),
        &mut places,
    );
    places
}

fn visit<'d>(
    value: &'d Value,
    kind: Kind,
    (pointer, target): (String, String),
    places: &mut Vec<Place<'d>>,
) {
    let below = |step: &str, path: String| {
        let step = step.replace('~', "~0").replace('/', "~1");
        (format!("{pointer}/{step}"), target.clone() + &path)
    };
    match value {
        Value::Object(members) if kind != Kind::Data => {
            if let Kind::Object(role) = kind {
                places.push(Place {
                    role,
                    members,
                    pointer: pointer.clone(),
                    target: target.clone(),
                });
            }
            for (name, member) in members {
                let at = below(name, json_path_member(name));
                visit(member, kind.member(name), at, places);
            }
        }
        Value::Array(items) if kind != Kind::Data => {
            for (index, item) in items.iter().enumerate() {
                let at = below(&index.to_string(), selector(items, index));
                visit(item, kind.item(), at, places);
            }
        }
        _ => {}
    }
}

/// The step of a JSONPath to an item of a list: by its name, if it has one.
fn selector(items: &[Value], index: usize) -> String {
    let text = |item: &Value, key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
    let item = &items[index];
    let same = |keys: &[&str]| {
        let is_same = |other: &&Value| keys.iter().all(|key| text(other, key) == text(item, key));
        items.iter().filter(is_same).count() > 1
    };
    let equals = |key: &str| Some(format!("@.{key} == {}", literal(&text(item, key)?)));
    match (equals("name"), equals("in")) {
        (Some(name), _) if !same(&["name"]) => format!("[?{name}]"),
        (Some(name), Some(place)) if !same(&["name", "in"]) => format!("[?{name} && {place}]"),
        _ => format!("[{index}]"),
    }
}

/// A string in a JSONPath.
fn literal(text: &str) -> String {
    let member = json_path_member(text);
    match member.strip_prefix('.') {
        Some(text) => format!("'{text}'"),
        None => member[1..member.len() - 1].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_not_taken_for_members() {
        let document = json!({
            "info": {},
            "paths": {"/description": {"get": {
                "parameters": [{"name": "id", "in": "path", "schema": {"default": {"x": {}}}}],
                "responses": {"default": {"description": ""}},
            }}, "x-more": {"y": {}}},
            "components": {"schemas": {"description": {"properties": {"default": {"x-y": {}}}, "enum": [{}]}}},
        });
        let places = places(&document);
        let targets: Vec<_> = places.iter().map(|place| place.target.as_str()).collect();
        assert_eq!(
            targets,
            [
                "$",
                "$.info",
                "$.paths['/description']",
                "$.paths['/description'].get",
                "$.paths['/description'].get.parameters[?@.name == 'id']",
                "$.paths['/description'].get.parameters[?@.name == 'id'].schema",
                "$.paths['/description'].get.responses.default",
                "$.components",
                "$.components.schemas.description",
                "$.components.schemas.description.properties.default",
            ]
        );
        assert_eq!(places[3].role, Role::Operation);
        assert_eq!(places[4].role, Role::Parameter);
        assert_eq!(places[9].role, Role::Property);
    }

    #[test]
    fn items_are_identified_by_their_names() {
        let items = json!([
            {"name": "a"}, {"name": "it's", "in": "query"}, {"name": "b", "in": "path"}, {"name": "b", "in": "query"},
            {"$ref": "#/a"}, {"name": "c", "in": "query"}, {"name": "c", "in": "query"},
        ]);
        let items = items.as_array().unwrap();
        let selectors: Vec<_> = (0..items.len())
            .map(|index| selector(items, index))
            .collect();
        assert_eq!(
            selectors,
            [
                "[?@.name == 'a']",
                "[?@.name == 'it\\'s']",
                "[?@.name == 'b' && @.in == 'path']",
                "[?@.name == 'b' && @.in == 'query']",
                "[4]",
                "[5]",
                "[6]",
            ]
        );
    }
}
