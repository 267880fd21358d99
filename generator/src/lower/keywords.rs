//! The keywords of a schema: which there are, and what kind of value they speak of.

use serde_json::json;

use super::Lowering;
use crate::diagnostics::{Code, Help, nearest};
use crate::document::{Child, Node};

/// A schema's keywords that hold schemas.
pub(super) const CHILDREN: &[(&str, Child)] = &[
    ("properties", Child::Empty),
    ("items", Child::Object),
    ("additionalProperties", Child::Object),
    ("allOf", Child::Empty),
    ("oneOf", Child::Empty),
    ("anyOf", Child::Empty),
    ("not", Child::Object),
    ("example", Child::Left),
    ("default", Child::Left),
    ("enum", Child::Left),
];

/// The other keywords of OpenAPI 3.0; anything else is told, for it might have been meant to do something.
const KEYWORDS: &[&str] = &[
    "$ref",
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "type",
    "description",
    "format",
    "nullable",
    "discriminator",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
    "deprecated",
];

/// What kind of value a schema speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    Integer,
    Number,
    Text,
    Array,
    Object,
    /// One of several schemas.
    Union,
    /// What its parts say, none of which is an object.
    Composed,
    /// A type of the user's stands for it.
    Foreign,
    Any,
}

impl Kind {
    /// What `type` says, else what can be told from the other keywords.
    pub(super) fn of(node: &Node<'_>) -> Self {
        let mut alternatives = ["oneOf", "anyOf"].iter();
        if alternatives.any(|keyword| node.has_items(keyword)) {
            Kind::Union
        } else {
            Self::beside(node)
        }
    }

    /// The same, whatever alternatives or parts there are.
    pub(super) fn beside(node: &Node<'_>) -> Self {
        let has = |keyword: &str| node.has(keyword);
        match node.text("type") {
            Some("boolean") => Kind::Boolean,
            Some("integer") => Kind::Integer,
            Some("number") => Kind::Number,
            Some("string" | "file") => Kind::Text,
            Some("array") => Kind::Array,
            Some("object") => Kind::Object,
            Some(_) => Kind::Any,
            None if has("properties") || has("additionalProperties") => Kind::Object,
            None if has("items") => Kind::Array,
            None => Self::of_values(node),
        }
    }

    /// What all values of an enumeration are.
    fn of_values(node: &Node<'_>) -> Self {
        let values = node.list("enum").iter();
        let mut kinds = values
            .filter(|value| !value.is_null())
            .map(|value| match value {
                serde_json::Value::String(_) => Kind::Text,
                serde_json::Value::Bool(_) => Kind::Boolean,
                serde_json::Value::Number(number) if number.is_f64() => Kind::Number,
                serde_json::Value::Number(_) => Kind::Integer,
                _ => Kind::Any,
            });
        match kinds.next() {
            Some(first) if kinds.all(|kind| kind == first) => first,
            _ => Kind::Any,
        }
    }
}

/// The message about a key that is not known, with the known one that may have been meant.
pub(super) fn unknown<'k>(
    what: &str,
    key: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> String {
    let near = nearest(key, known).map(|near| format!("; did you mean `{near}`?"));
    format!("unknown {what} `{key}`{}", near.unwrap_or_default())
}

impl<'d> Lowering<'_, 'd> {
    pub(super) fn check_keywords(&self, node: &Node<'d>) {
        let children = CHILDREN.iter().map(|(child, _)| *child);
        let known = KEYWORDS.iter().copied().chain(children);
        for key in node.keys() {
            if !key.starts_with("x-") && !known.clone().any(|known| known == key) {
                self.reporter.warning(
                    Code::UnknownKeyword,
                    &node.pointer.join(key),
                    unknown("schema keyword", key, known.clone()),
                    Help::new("it has no effect: fix its spelling, or remove it").remove(),
                );
            }
        }
        let known = [
            "string", "number", "integer", "boolean", "array", "object", "file",
        ];
        if let Some(unknown) = node.text("type").filter(|ty| !known.contains(ty)) {
            self.reporter.warning(
                Code::UnknownType,
                &node.pointer.join("type"),
                format!("unknown type `{unknown}`: any JSON value is accepted"),
                Help::new("use a type that OpenAPI defines")
                    .update(&node.pointer, json!({"type": "string"})),
            );
        }
    }
}
