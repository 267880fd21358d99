//! The kinds of objects in a document and where each appears, for walks that must not mistake an example for a schema.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::keyword::{Holds, KEYWORDS, Keyword};
use crate::source::Pointer;

/// Kinds of objects that may contain references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ObjectKind {
    Document,
    Info,
    Server,
    ServerVariable,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    SecurityScheme,
    Schema,
}

type Field = (&'static str, Holds, ObjectKind);

static SCHEMA: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let field = |keyword: &Keyword| Some((keyword.name, keyword.holds?, ObjectKind::Schema));
    KEYWORDS.iter().filter_map(field).collect()
});

impl ObjectKind {
    /// The members that hold objects of a kind.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => &[
                ("info", Holds::One, Self::Info),
                ("servers", Holds::List, Self::Server),
                ("components", Holds::One, Self::Components),
                ("paths", Holds::Named, Self::PathItem),
            ],
            Self::Server => &[("variables", Holds::Map, Self::ServerVariable)],
            Self::Components => &[
                ("schemas", Holds::Map, Self::Schema),
                ("responses", Holds::Map, Self::Response),
                ("parameters", Holds::Map, Self::Parameter),
                ("requestBodies", Holds::Map, Self::RequestBody),
                ("headers", Holds::Map, Self::Header),
                ("securitySchemes", Holds::Map, Self::SecurityScheme),
                ("pathItems", Holds::Map, Self::PathItem),
                ("mediaTypes", Holds::Map, Self::MediaType),
            ],
            Self::PathItem => &[
                ("servers", Holds::List, Self::Server),
                ("parameters", Holds::List, Self::Parameter),
                ("get", Holds::One, Self::Operation),
                ("put", Holds::One, Self::Operation),
                ("post", Holds::One, Self::Operation),
                ("delete", Holds::One, Self::Operation),
                ("options", Holds::One, Self::Operation),
                ("head", Holds::One, Self::Operation),
                ("patch", Holds::One, Self::Operation),
                ("trace", Holds::One, Self::Operation),
            ],
            Self::Operation => &[
                ("servers", Holds::List, Self::Server),
                ("parameters", Holds::List, Self::Parameter),
                ("requestBody", Holds::One, Self::RequestBody),
                ("responses", Holds::Named, Self::Response),
            ],
            Self::Parameter | Self::Header => &[
                ("schema", Holds::One, Self::Schema),
                ("content", Holds::Map, Self::MediaType),
            ],
            Self::RequestBody => &[("content", Holds::Map, Self::MediaType)],
            Self::Response => &[
                ("headers", Holds::Map, Self::Header),
                ("content", Holds::Map, Self::MediaType),
            ],
            Self::MediaType => &[
                ("schema", Holds::One, Self::Schema),
                ("itemSchema", Holds::One, Self::Schema),
                ("encoding", Holds::Map, Self::Encoding),
            ],
            Self::Encoding => &[("headers", Holds::Map, Self::Header)],
            Self::Info | Self::ServerVariable | Self::SecurityScheme => &[],
            Self::Schema => &SCHEMA,
        }
    }

    /// The member of `components` that holds objects of this kind.
    pub(super) fn section(self) -> Option<&'static str> {
        let sections = Self::Components.fields();
        sections
            .iter()
            .find(|(_, _, kind)| *kind == self)
            .map(|(section, _, _)| *section)
    }

    /// The kind of the node at a path below an object of this kind.
    pub(super) fn at(self, steps: &[String]) -> Option<Self> {
        let Some((first, rest)) = steps.split_first() else {
            return Some(self);
        };
        let (_, holds, kind) = self.fields().iter().find(|(key, _, _)| key == first)?;
        match (holds, rest.split_first()) {
            (Holds::One, _) => kind.at(rest),
            (Holds::Named, Some((name, _))) if name.starts_with("x-") => None,
            (_, Some((_, rest))) => kind.at(rest),
            (_, None) => None,
        }
    }

    /// Calls `visit` for an object of this kind at `at` and for those inside it, as long as `visit` returns true.
    pub(super) fn walk<'v>(
        self,
        value: &'v Value,
        at: &mut Pointer,
        visit: &mut impl FnMut(Self, &'v Map<String, Value>, &Pointer) -> bool,
    ) {
        let Some(members) = value.as_object() else {
            return;
        };
        if !visit(self, members, at) {
            return;
        }
        for (key, holds, kind) in self.fields() {
            let Some(member) = members.get(*key) else {
                continue;
            };
            at.push(*key);
            match (holds, member) {
                (Holds::One, _) => kind.walk(member, at, visit),
                (Holds::List, Value::Array(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        at.push(index.to_string());
                        kind.walk(item, at, visit);
                        at.pop();
                    }
                }
                (Holds::Map | Holds::Named, Value::Object(named)) => {
                    for (name, item) in named {
                        if matches!(holds, Holds::Named) && name.starts_with("x-") {
                            continue;
                        }
                        at.push(name.as_str());
                        kind.walk(item, at, visit);
                        at.pop();
                    }
                }
                _ => {}
            }
            at.pop();
        }
    }
}

impl ObjectKind {
    /// Calls `visit` for an object of this kind at `at` and then for those inside it, which it may change.
    pub(super) fn walk_mut(
        self,
        value: &mut Value,
        at: &mut Pointer,
        visit: &mut impl FnMut(Self, &mut Map<String, Value>, &Pointer),
    ) {
        let Some(members) = value.as_object_mut() else {
            return;
        };
        visit(self, members, at);
        for (key, holds, kind) in self.fields() {
            let Some(member) = members.get_mut(*key) else {
                continue;
            };
            let mut inside = |name: &str, value: &mut Value, at: &mut Pointer| {
                at.push(name);
                kind.walk_mut(value, at, visit);
                at.pop();
            };
            at.push(*key);
            match (holds, member) {
                (Holds::One, member) => kind.walk_mut(member, at, visit),
                (Holds::List, Value::Array(items)) => {
                    for (index, item) in items.iter_mut().enumerate() {
                        inside(&index.to_string(), item, at);
                    }
                }
                (Holds::Map | Holds::Named, Value::Object(named)) => {
                    for (name, item) in named {
                        if matches!(holds, Holds::Map) || !name.starts_with("x-") {
                            inside(name, item, at);
                        }
                    }
                }
                _ => {}
            }
            at.pop();
        }
    }
}

/// A reference as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The kind of its target.
    pub(super) kind: ObjectKind,
    /// The location of its text.
    pub(super) at: Pointer,
    pub(super) text: String,
}

/// All references in an object of a kind at `at`. In objects other than schemas, siblings of a `$ref` are ignored.
pub(super) fn references(kind: ObjectKind, value: &Value, at: &Pointer) -> Vec<Reference> {
    let mut found = Vec::new();
    kind.walk(value, &mut at.clone(), &mut |kind, members, at| {
        let mut note = |at: Pointer, text: &str| {
            let text = text.to_owned();
            found.push(Reference { kind, at, text });
        };
        let text = |key: &str| members.get(key).and_then(Value::as_str);
        if let Some(reference) = text("$ref") {
            note(at.join("$ref"), reference);
            if kind != ObjectKind::Schema {
                return false;
            }
        }
        if kind == ObjectKind::Schema {
            if let Some(reference) = text("$dynamicRef") {
                note(at.join("$dynamicRef"), reference);
            }
            let mapping = members
                .get("discriminator")
                .and_then(|of| of.get("mapping"));
            for (value, target) in mapping.and_then(Value::as_object).into_iter().flatten() {
                let at = at
                    .join("discriminator")
                    .join("mapping")
                    .join(value.as_str());
                target
                    .as_str()
                    .into_iter()
                    .for_each(|target| note(at.clone(), target));
            }
        }
        true
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn kind(pointer: &str) -> Option<ObjectKind> {
        ObjectKind::Document.at(Pointer::from_fragment(pointer).unwrap().steps())
    }

    #[test]
    fn nodes_have_a_kind() {
        assert_eq!(
            kind("#/components/schemas/x-a/properties/x-b"),
            Some(ObjectKind::Schema)
        );
        assert_eq!(
            kind("#/paths/~1a/get/responses/200"),
            Some(ObjectKind::Response)
        );
        assert_eq!(
            kind("#/paths/~1a/get/parameters/0/schema/items"),
            Some(ObjectKind::Schema)
        );
        for none in [
            "#/paths/x-a",
            "#/paths",
            "#/components/schemas",
            "#/definitions/A",
            "#/components/schemas/A/example/items",
        ] {
            assert_eq!(kind(none), None, "{none}");
        }
    }

    #[test]
    fn only_meaningful_references_are_found() {
        let document = json!({
            "paths": {
                "/a": {"$ref": "a.yaml", "get": {"requestBody": {"$ref": "not seen"}}},
                "x-b": {"$ref": "not seen"}
            },
            "components": {"schemas": {"A": {
                "properties": {"$ref": {"$ref": "#/b"}, "mapping": {"$ref": 1}},
                "example": {"$ref": "not seen"},
                "enum": [{"$ref": "not seen"}],
                "discriminator": {"propertyName": "x", "mapping": {"b": "B"}}
            }}}
        });
        let found = references(ObjectKind::Document, &document, &Pointer::root());
        let found: Vec<(ObjectKind, String, &str)> = found
            .iter()
            .map(|found| (found.kind, found.at.to_string(), found.text.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (
                    ObjectKind::Schema,
                    "#/components/schemas/A/discriminator/mapping/b".to_owned(),
                    "B"
                ),
                (
                    ObjectKind::Schema,
                    "#/components/schemas/A/properties/$ref/$ref".to_owned(),
                    "#/b"
                ),
                (
                    ObjectKind::PathItem,
                    "#/paths/~1a/$ref".to_owned(),
                    "a.yaml"
                ),
            ]
        );
    }
}
