//! The keywords of a schema, and the kind of value that they describe.

use std::sync::LazyLock;

use serde_json::json;

use super::{Lowering, constraints};
use crate::diagnostics::{Code, Help};
use crate::document::{Child, IS_MODERN, KEYWORDS, Node, Role, UNIONS, keyword};

/// Keywords that hold schemas or arbitrary values, which are not read with the schema itself.
pub(super) static CHILDREN: LazyLock<Vec<(&str, Child)>> = LazyLock::new(|| {
    let children = KEYWORDS.iter().filter(|keyword| keyword.is_openapi);
    let children = children.filter_map(|keyword| Some((keyword.name, keyword.child()?)));
    children.collect()
});

/// The kind of value that a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
    /// One of several schemas.
    Union,
    /// A combination of schemas, none of which is an object.
    Composed,
    /// A type named by the document.
    External,
    Any,
}

impl ValueKind {
    /// The kind that `type` declares, or else one inferred from other keywords.
    pub(super) fn of(node: &Node<'_>) -> Self {
        let mut alternatives = UNIONS.iter();
        if alternatives.any(|keyword| node.has_items(keyword)) {
            ValueKind::Union
        } else {
            Self::of_siblings(node)
        }
    }

    /// The same, ignoring alternatives and `allOf`.
    pub(super) fn of_siblings(node: &Node<'_>) -> Self {
        let has = |keyword: &str| node.has(keyword);
        match node.string("type") {
            Some("boolean") => ValueKind::Boolean,
            Some("integer") => ValueKind::Integer,
            Some("number") => ValueKind::Number,
            Some("string" | "file") => ValueKind::String,
            Some("array") => ValueKind::Array,
            Some("object") => ValueKind::Object,
            Some(_) => ValueKind::Any,
            None if has("properties") || has("additionalProperties") => ValueKind::Object,
            None if has("items") => ValueKind::Array,
            None => Self::of_values(node),
        }
    }

    /// The kind that all values of an enumeration have in common.
    fn of_values(node: &Node<'_>) -> Self {
        let values = node.list("enum").iter();
        let mut kinds = values
            .filter(|value| !value.is_null())
            .map(|value| match value {
                serde_json::Value::String(_) => ValueKind::String,
                serde_json::Value::Bool(_) => ValueKind::Boolean,
                serde_json::Value::Number(number) if number.is_f64() => ValueKind::Number,
                serde_json::Value::Number(_) => ValueKind::Integer,
                _ => ValueKind::Any,
            });
        match kinds.next() {
            Some(first) if kinds.all(|kind| kind == first) => first,
            _ => ValueKind::Any,
        }
    }
}

const KNOWN_TYPES: [&str; 7] = [
    "string", "number", "integer", "boolean", "array", "object", "file",
];

/// The help for something that only restricts values.
const SERVICE_CHECKS: &str = "no action needed if the service's own checks are enough";

impl<'d> Lowering<'_, 'd> {
    /// Reports alternatives that restrict values, unless the docs repeat them.
    pub(super) fn check_restrictions(&self, node: &Node<'d>) {
        let constraints = constraints::of(node.value);
        let is_documented = constraints::required_alternatives(node.value).is_some();
        for key in UNIONS.iter().filter(|key| node.has_items(key)) {
            if !constraints.own.contains_key(*key) && !is_documented {
                let message =
                    "these alternatives restrict values in a way that a type cannot express";
                let at = node.pointer.join(*key);
                self.reporter
                    .warning(Code::DroppedKeyword, &at, message, SERVICE_CHECKS);
            }
        }
    }

    pub(super) fn check_keywords(&self, node: &Node<'d>) {
        for key in node.keys().filter(|key| !key.starts_with("x-")) {
            let message = match keyword(key) {
                Some(keyword) if keyword.is_openapi || keyword.is_documented => continue,
                Some(_) => format!("`{key}` is not a keyword of OpenAPI 3.0"),
                // It is reported for all schemas of the document.
                None => continue,
            };
            self.reporter.warning(
                Code::UnknownKeyword,
                &node.pointer.join(key),
                message,
                Help::new(IS_MODERN).remove(),
            );
        }
        self.check_kinds(node);
        if let Some(not) = node.get("not").filter(|not| excludes_values(not.value)) {
            let message = "`not` excludes values in a way that a type cannot express";
            let help = Help::new(SERVICE_CHECKS).remove();
            self.reporter
                .warning(Code::DroppedKeyword, &not.pointer, message, help);
        }
        self.check_format(node);
        if let Some(unknown) = node.string("type").filter(|ty| !KNOWN_TYPES.contains(ty)) {
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

impl<'d> Lowering<'_, 'd> {
    /// Reports keywords for other types of values than the declared one.
    fn check_kinds(&self, node: &Node<'d>) {
        let Some(ty) = node.string("type").filter(|ty| KNOWN_TYPES.contains(ty)) else {
            return;
        };
        let is_union = UNIONS.iter().any(|key| node.has_items(key));
        let is_lost = |key: &&str| match *key {
            "discriminator" => ty != "object" && !is_union && node.has_members("discriminator"),
            // A format of numbers is in the list of formats. Some generators write `uniqueItems` at every parameter.
            "format" | "uniqueItems" => false,
            key => keyword(key).is_some_and(|keyword| {
                let is_of_values = [Role::Structure, Role::Constraint].contains(&keyword.role);
                keyword.is_openapi && is_of_values && !keyword.applies_to(ty)
            }),
        };
        for key in node.keys().filter(is_lost) {
            let at = node.pointer.join(key);
            let message = format!("`{key}` does not apply to the type `{ty}`, so it has no effect");
            let help = Help::new("fix the type, or remove it").remove();
            self.reporter
                .warning(Code::DroppedKeyword, &at, message, help);
        }
    }
}

/// Whether a `not` excludes some values. An empty schema excludes all of them, and null is excluded by any `type`.
fn excludes_values(not: &serde_json::Value) -> bool {
    not.as_object().is_some_and(|not| !not.is_empty())
        && not.get("type").is_none_or(|ty| ty != "null")
        && *not != json!({"enum": [null]})
        && *not != json!({"enum": [null], "nullable": true})
}
