//! Limits of values, and their defaults.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::alternatives;
use super::equal::{is_equal, is_integer_type, normalized, order};
use super::parts::{is_single, of_all};
use super::{Both, ChangeKind, Differences, Side};
use crate::api::{Property, Type};
use crate::document::{BOUNDS, Role, UNIONS, keyword};
use crate::lower::constraints_of;
use crate::source::Pointer;

/// The values that a change of limits affects.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    /// Programs send such values.
    pub(super) is_sent: bool,
    /// Programs receive such values.
    pub(super) is_received: bool,
    /// The values have the same type in both versions.
    pub(super) is_same_type: bool,
}

impl Differences<'_> {
    /// Compares the limits of schemas that no property repeats: those of named types and of whole bodies.
    pub(super) fn limits_of_schemas(&mut self, item: &str, effect: Effect, at: &Both) {
        let limits = |side: &Side<'_>, at: &Pointer| {
            let parts = side.parts(at);
            let mut limits = side.limits_of_parts(&parts);
            let root = side.document.root().value;
            let mut closed = parts
                .iter()
                .filter_map(|part| part.find(root)?.get("additionalProperties"));
            if let Some(closed) = closed.find(|closed| **closed == Value::Bool(false)) {
                let keyword = "additionalProperties".to_owned();
                limits.insert(keyword, closed.clone());
            }
            limits
        };
        let limits = (limits(self.old, &at.old), limits(self.new, &at.new));
        self.limits_of(item, (&limits.0, &limits.1), effect, at);
        self.inner_limits(item, effect, at);
    }

    /// The limits of a property in both versions. Those of a named type are its own, unless the type is named in one version only.
    pub(super) fn limits_of_properties(
        &self,
        old: &Property,
        new: &Property,
        at: &Both,
    ) -> [Map<String, Value>; 2] {
        let is_named = self.old.has_component(old) && self.new.has_component(new);
        [
            self.old.limits_of_property(old, &at.old, is_named),
            self.new.limits_of_property(new, &at.new, is_named),
        ]
    }

    /// Compares the limits of a value. Only for values that are sent does a tighter limit affect programs.
    pub(super) fn limits_of(
        &mut self,
        item: &str,
        (old, new): (&Map<String, Value>, &Map<String, Value>),
        effect: Effect,
        at: &Both,
    ) {
        let keywords = old.keys().chain(new.keys());
        let mut keywords: Vec<&str> = keywords.map(|keyword| limit_of(keyword)).collect();
        keywords.sort_unstable();
        keywords.dedup();
        for keyword in keywords {
            let Some(written) = written_in_both(old, new, keyword) else {
                continue;
            };
            let values = (
                written.0.map(|(_, value)| value),
                written.1.map(|(_, value)| value),
            );
            let is_equal = match written {
                (Some((left, old)), Some((right, new))) if left == right => {
                    is_equal(old, new)
                        || UNIONS.contains(&left) && alternatives::are_equal(left, old, new)
                }
                _ => false,
            };
            if is_equal {
                continue;
            }
            let kind = match keyword {
                // The type of the value says it.
                "format" if !effect.is_same_type => continue,
                // A hint for those who type it.
                "format" if values.1.is_some_and(|format| format == "password") => {
                    ChangeKind::Limit
                }
                "default" if effect.is_sent => ChangeKind::Default,
                "example" => ChangeKind::Description,
                "readOnly" if effect.is_sent && is_true(values.1) => ChangeKind::ReadOnly,
                "writeOnly" if effect.is_received && is_true(values.1) => ChangeKind::WriteOnly,
                // Programs cannot send properties that they do not know.
                "default" | "readOnly" | "writeOnly" | "additionalProperties" => ChangeKind::Limit,
                // Values of types are compared as variants.
                "enum"
                    if values.0.is_some_and(all_strings) || values.1.is_some_and(all_strings) =>
                {
                    continue;
                }
                _ if effect.is_sent && !is_looser(keyword, written) => ChangeKind::LimitTightened,
                _ => ChangeKind::Limit,
            };
            let text = |own: Written<'_>, other: Written<'_>| match own {
                Some((keyword, value)) => format!("{keyword}: {value}"),
                None => format!("no {}", other.map_or(keyword, |(keyword, _)| keyword)),
            };
            let texts = (text(written.0, written.1), text(written.1, written.0));
            self.differs(kind, item, texts, at);
        }
    }
}

impl Side<'_> {
    /// Whether a property has the type of a component.
    fn has_component(&self, property: &Property) -> bool {
        let ty = match &property.ty {
            Type::Nullable(inner) => inner,
            ty => ty,
        };
        matches!(ty, Type::Named(id) if self.api.type_def(*id).at.is_component_schema())
    }

    /// The limits of all parts of a property's schema. The property's own annotations come before those of the parts.
    fn limits_of_property(
        &self,
        property: &Property,
        at: &Pointer,
        is_named: bool,
    ) -> Map<String, Value> {
        let schema = self.schema_of(at);
        let parts = if is_named {
            self.parts_without_named(&schema)
        } else {
            self.parts(&schema)
        };
        let mut limits = self.limits_of_parts(&parts);
        for (key, limit) in &property.constraints.own {
            let is_annotation =
                keyword(key).is_some_and(|keyword| keyword.role == Role::Annotation);
            let mut known = limits.keys();
            let is_known = known.any(|known| limit_of(known) == limit_of(key));
            // Alternatives are limits of a part.
            if is_annotation || !is_known && !UNIONS.contains(&&**key) {
                limits.insert(key.clone(), limit.clone());
            }
        }
        normalized(limits, is_integer_type(&property.ty))
    }

    /// The limits of one part of a schema that are not compared as its values or with the properties that have it.
    pub(super) fn limits_of_part(&self, at: &Pointer, has_properties: bool) -> Map<String, Value> {
        let Some(schema) = at.find(self.document.root().value) else {
            return Map::new();
        };
        let mut limits = constraints_of(schema).own;
        limits.retain(|key, value| match key.as_str() {
            // Other values are compared as those of a type.
            "enum" => value
                .as_array()
                .is_some_and(|values| values.iter().any(Value::is_f64)),
            "readOnly" | "writeOnly" => false,
            _ => true,
        });
        if let Some(not) = schema.get("not") {
            limits.insert("not".to_owned(), not.clone());
        }
        for key in UNIONS {
            // A single alternative is a part.
            if schema.get(key).is_some_and(is_single) {
                limits.shift_remove(key);
            }
            if let Some(required) = self.required_alternatives(at, key, has_properties) {
                limits.insert(key.to_owned(), required);
            }
        }
        limits
    }
}

fn is_true(value: Option<&Value>) -> bool {
    value == Some(&Value::Bool(true))
}

fn all_strings(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|values| values.iter().all(Value::is_string))
}

/// The keyword of the inclusive bound for an exclusive one, and any other keyword.
fn limit_of(keyword: &str) -> &str {
    let bound = BOUNDS.iter().find(|(_, exclusive)| *exclusive == keyword);
    bound.map_or(keyword, |(limit, _)| limit)
}

/// The other keyword of alternatives.
fn other_union(keyword: &str) -> Option<&'static str> {
    let is_union = UNIONS.contains(&keyword);
    UNIONS
        .into_iter()
        .find(|other| is_union && *other != keyword)
}

/// A keyword and its value, if there is one.
pub(super) type Written<'l> = Option<(&'l str, &'l Value)>;

/// The value of a keyword, with the keyword itself: a bound is inclusive or exclusive.
fn written<'l>(limits: &'l Map<String, Value>, keyword: &str) -> Written<'l> {
    let mut limits = limits.iter();
    let (keyword, value) = limits.find(|(name, _)| limit_of(name) == keyword)?;
    Some((keyword, value))
}

/// The values of a keyword in both versions. Alternatives may have the other keyword in one of them; they are compared once then.
fn written_in_both<'l>(
    old: &'l Map<String, Value>,
    new: &'l Map<String, Value>,
    keyword: &str,
) -> Option<(Written<'l>, Written<'l>)> {
    let written = (written(old, keyword), written(new, keyword));
    let Some(other) = other_union(keyword) else {
        return Some(written);
    };
    let others = (old.get(other), new.get(other));
    match (written, others) {
        ((Some(_), None), (None, Some(alternatives))) => {
            Some((written.0, Some((other, alternatives))))
        }
        ((None, Some(_)), (Some(_), None)) => None,
        _ => Some(written),
    }
}

/// Whether everything that was accepted still is.
pub(super) fn is_looser(keyword: &str, values: (Written<'_>, Written<'_>)) -> bool {
    let (Some((before, old)), Some((after, new))) = values else {
        // A keyword that is gone restricts nothing.
        return values.1.is_none();
    };
    // An exclusive bound is tighter than an inclusive one of the same value.
    let is_tighter_bound = before == keyword && after != keyword;
    match keyword {
        "minimum" | "maximum" if is_equal(old, new) => !is_tighter_bound,
        "maxLength" | "maxItems" | "maxProperties" | "maximum" => {
            order(new, old).is_some_and(Ordering::is_ge)
        }
        "minLength" | "minItems" | "minProperties" | "minimum" => {
            order(new, old).is_some_and(Ordering::is_le)
        }
        "multipleOf" => match (old.as_f64(), new.as_f64()) {
            (Some(old), Some(new)) => new != 0.0 && (old / new).fract() == 0.0,
            _ => false,
        },
        "enum" => match (old.as_array(), new.as_array()) {
            (Some(old), Some(new)) => {
                let mut old = old.iter();
                old.all(|value| new.iter().any(|new| is_equal(value, new)))
            }
            _ => false,
        },
        "required" => match (old.as_array(), new.as_array()) {
            (Some(old), Some(new)) => new.iter().all(|name| old.contains(name)),
            _ => false,
        },
        // What fits several alternatives does not fit `oneOf`.
        "anyOf" | "oneOf" => {
            (before == "oneOf" || after == "anyOf") && alternatives::accept_all(old, new)
        }
        _ => {
            let old = of_all(old);
            of_all(new).iter().all(|limit| old.contains(limit))
        }
    }
}
