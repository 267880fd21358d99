//! Limits of values, and their defaults.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::equal::{Integers, is_equal, normalized, order};
use super::parts::{both, of_all};
use super::{Both, ChangeKind, Differences, Side};
use crate::api::{Constraints, Property};
use crate::document::{BOUNDS, UNIONS};
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
    /// Compares the limits of a value. Only for values that are sent does a tighter limit affect programs.
    pub(super) fn limits(
        &mut self,
        item: &str,
        limits: (&Constraints, &Constraints),
        effect: Effect,
        at: &Both,
    ) {
        self.limits_of(item, (&limits.0.own, &limits.1.own), effect, at);
        self.limits_of(item, (&limits.0.each, &limits.1.each), effect, at);
    }

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
    ) -> [Constraints; 2] {
        let named = |side: &Side<'_>, property: &Property| {
            let id = property.ty.named()?;
            let at = &side.api.type_def(id).at;
            at.is_component_schema().then(|| side.limits_at(at))
        };
        let mut limits = [&old.constraints, &new.constraints].map(Clone::clone);
        match (named(self.old, old), named(self.new, new)) {
            (Some(named), None) => limits[0].own.extend(named.own),
            (None, Some(named)) => limits[1].own.extend(named.own),
            _ => {}
        }
        for (limits, (side, at)) in limits
            .iter_mut()
            .zip([(self.old, &at.old), (self.new, &at.new)])
        {
            // A parameter has a schema of its own.
            limits.own.extend(side.unlisted_at(at));
            limits.own.extend(side.unlisted_at(&at.join("schema")));
        }
        let [mut before, mut after] = limits;
        self.old.tighten(&mut before, &at.old);
        self.new.tighten(&mut after, &at.new);
        [
            normalized(before, Integers::of(old)),
            normalized(after, Integers::of(new)),
        ]
    }

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
            let written = (written(old, keyword), written(new, keyword));
            let values = (
                written.0.map(|(_, value)| value),
                written.1.map(|(_, value)| value),
            );
            let is_equal = match written {
                (Some((left, old)), Some((right, new))) => left == right && is_equal(old, new),
                _ => false,
            };
            if is_equal {
                continue;
            }
            let kind = match keyword {
                // The type of the value says it.
                "format" if !effect.is_same_type => continue,
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
    /// Takes the tightest of the limits that several parts of a schema have.
    fn tighten(&self, limits: &mut Constraints, at: &Pointer) {
        let parts = self.parts(&self.schema_of(at));
        let inner = ["items", "additionalProperties"].iter();
        let inner = inner.map(|keyword| self.inner_parts(&parts, keyword));
        let inner = inner.collect::<Vec<_>>().concat();
        for (limits, parts) in [(&mut limits.own, parts), (&mut limits.each, inner)] {
            for (keyword, limit) in self.limits_of_parts(&parts) {
                if let Some(known) = limits.get_mut(&keyword) {
                    *known = both(&keyword, known, &limit);
                }
            }
        }
    }

    /// The limits of a schema that are not compared as its values or with the properties that have it.
    pub(super) fn limits_at(&self, at: &Pointer) -> Constraints {
        let schema = at.find(self.document.root().value);
        let mut limits = schema.map(constraints_of).unwrap_or_default();
        for keyword in ["enum", "readOnly", "writeOnly"] {
            limits.own.remove(keyword);
        }
        limits.own.extend(self.unlisted_at(at));
        limits
    }

    /// The limits that docs do not repeat as such: excluded values, and properties of which some are required.
    fn unlisted_at(&self, at: &Pointer) -> Vec<(String, Value)> {
        let schema = at.find(self.document.root().value);
        let unlisted = ["not"].into_iter().chain(UNIONS);
        let unlisted = unlisted.filter_map(|keyword| {
            let limit = schema?.get(keyword)?;
            let is_limit = keyword == "not" || required(limit).is_some();
            is_limit.then(|| (keyword.to_owned(), limit.clone()))
        });
        unlisted.collect()
    }
}

/// The properties that each of several alternatives requires, if they do nothing else.
fn required(alternatives: &Value) -> Option<Vec<BTreeSet<&str>>> {
    let alternatives = alternatives.as_array()?.iter().map(|alternative| {
        let members = alternative
            .as_object()
            .filter(|members| members.len() == 1)?;
        let names = members.get("required")?.as_array()?.iter();
        Some(names.filter_map(Value::as_str).collect())
    });
    alternatives.collect()
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

/// A keyword and its value, if there is one.
type Written<'l> = Option<(&'l str, &'l Value)>;

/// The value of a keyword, with the keyword itself: a bound is inclusive or exclusive.
fn written<'l>(limits: &'l Map<String, Value>, keyword: &str) -> Written<'l> {
    let mut limits = limits.iter();
    let (keyword, value) = limits.find(|(name, _)| limit_of(name) == keyword)?;
    Some((keyword, value))
}

/// Whether everything that was accepted still is.
fn is_looser(keyword: &str, values: (Written<'_>, Written<'_>)) -> bool {
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
        "anyOf" if required(old).is_some() => match (required(old), required(new)) {
            (Some(old), Some(new)) => {
                let mut old = old.iter();
                old.all(|names| new.iter().any(|new| new.is_subset(names)))
            }
            _ => false,
        },
        _ => {
            let old = of_all(old);
            of_all(new).iter().all(|limit| old.contains(limit))
        }
    }
}
