//! The keywords of a schema, and the kind of value that they describe.

use serde_json::json;

use super::Lowering;
use crate::diagnostics::{Code, Help, nearest};
use crate::document::{Child, Node};

/// Schema keywords that hold schemas or arbitrary values, which are not read with the schema itself.
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

/// The other schema keywords of OpenAPI 3.0. Unknown keywords are reported, because they may be misspelled.
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

/// The kind of value that a schema describes.
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
    /// A combination of schemas, none of which is an object.
    Composed,
    /// A type named by the document.
    Foreign,
    Any,
}

impl Kind {
    /// The kind that `type` declares, or else one inferred from other keywords.
    pub(super) fn of(node: &Node<'_>) -> Self {
        let mut alternatives = ["oneOf", "anyOf"].iter();
        if alternatives.any(|keyword| node.has_items(keyword)) {
            Kind::Union
        } else {
            Self::beside(node)
        }
    }

    /// The same, ignoring alternatives and `allOf`.
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

    /// The kind that all values of an enumeration have in common.
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

/// The message for an unknown key, with a suggestion if a known one is similar.
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
