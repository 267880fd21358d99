//! The parts of a schema: itself, and those in its `allOf`, or a single alternative, behind references. The limits of all parts hold for a value.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::Side;
use super::equal::{is_equal, is_integer, normalized, order};
use crate::document::{Role, UNIONS, keyword};
use crate::source::Pointer;

/// The keyword of schemas that all apply. The values of a limit that do are written with it as well.
const ALL: &str = "allOf";

impl Side<'_> {
    /// A schema and its parts, in the order of the document.
    pub(super) fn parts(&self, schema: &Pointer) -> Vec<Pointer> {
        self.parts_unless(schema, |_| false)
    }

    /// The same, without those of named types.
    pub(super) fn parts_without_named(&self, schema: &Pointer) -> Vec<Pointer> {
        self.parts_unless(schema, |part| self.is_named_type(part))
    }

    fn parts_unless(
        &self,
        schema: &Pointer,
        is_excluded: impl Fn(&Pointer) -> bool,
    ) -> Vec<Pointer> {
        let root = self.document.root().value;
        let mut parts = Vec::new();
        let mut open = vec![self.resolved(schema)];
        while let Some(part) = open.pop() {
            // A schema may contain itself.
            if parts.contains(&part) || is_excluded(&part) {
                continue;
            }
            let value = part.find(root);
            for key in [ALL].into_iter().chain(UNIONS).rev() {
                let members = value.and_then(|schema| schema.get(key));
                let members = members.filter(|members| key == ALL || is_single(members));
                let count = members.and_then(Value::as_array).map_or(0, Vec::len);
                let member = |index: usize| part.join(key).join(index.to_string());
                open.extend((0..count).rev().map(|index| self.resolved(&member(index))));
            }
            parts.push(part);
        }
        parts
    }

    /// Whether a value has a named type, and its schema adds nothing to it.
    pub(super) fn has_named_type(&self, parts: &[Pointer]) -> bool {
        let adds = |part: &&Pointer| {
            let schema = part.find(self.document.root().value);
            let mut keys = schema.and_then(Value::as_object).into_iter().flatten();
            keys.any(|(key, value)| {
                let is_part = key == ALL || UNIONS.contains(&&**key) && is_single(value);
                !is_part && keyword(key).is_some_and(|known| known.role != Role::Annotation)
            })
        };
        let named = parts.first().filter(|part| self.is_named_type(part));
        named.is_some() || {
            let mut adding = parts.iter().filter(adds);
            match (adding.next(), adding.next()) {
                (Some(only), None) => self.is_named_type(only),
                _ => false,
            }
        }
    }

    /// The schemas of the items of a list, or of the values of a map, with all their parts.
    pub(super) fn inner_parts(&self, parts: &[Pointer], keyword: &str) -> Vec<Pointer> {
        let mut inner = Vec::new();
        for part in parts {
            let at = part.join(keyword);
            let schema = at.find(self.document.root().value);
            if schema.is_some_and(Value::is_object) {
                let parts = self.parts(&at).into_iter();
                inner.extend(
                    parts
                        .filter(|part| !inner.contains(part))
                        .collect::<Vec<_>>(),
                );
            }
        }
        inner
    }

    /// The limits that hold for a value whose schema has these parts, without those of values inside of it.
    pub(super) fn limits_of_parts(&self, parts: &[Pointer]) -> Map<String, Value> {
        let root = self.document.root().value;
        let schemas = || parts.iter().filter_map(|part| part.find(root));
        let has_properties = schemas().any(|schema| schema.get("properties").is_some());
        let mut all = Map::new();
        for part in parts {
            for (key, limit) in self.limits_of_part(part, has_properties) {
                let limit = match all.get(&key) {
                    Some(known) => both(&key, known, &limit),
                    None => limit,
                };
                all.insert(key, limit);
            }
        }
        normalized(all, schemas().any(is_integer))
    }
}

/// Whether there is a single alternative.
pub(super) fn is_single(alternatives: &Value) -> bool {
    alternatives.as_array().is_some_and(|all| all.len() == 1)
}

/// The value of a keyword that two parts of a schema have: the tighter one, or both. The first one's annotations apply.
fn both(key: &str, one: &Value, other: &Value) -> Value {
    let is_annotation = keyword(key).is_some_and(|known| known.role == Role::Annotation);
    if is_annotation || key == "format" || is_equal(one, other) {
        return one.clone();
    }
    let tighter = match key {
        "uniqueItems" => return Value::Bool(true),
        "minLength" | "minItems" | "minProperties" | "minimum" | "exclusiveMinimum" => {
            Ordering::Greater
        }
        "maxLength" | "maxItems" | "maxProperties" | "maximum" | "exclusiveMaximum" => {
            Ordering::Less
        }
        _ => {
            let mut all = of_all(one);
            all.extend(of_all(other));
            all.sort_by_key(ToString::to_string);
            all.dedup();
            let all = all.into_iter().cloned().collect();
            return Value::Object(Map::from_iter([(ALL.to_owned(), Value::Array(all))]));
        }
    };
    let is_tighter = order(one, other) == Some(tighter);
    if is_tighter { one } else { other }.clone()
}

/// The values of a keyword that all apply, such as the patterns of two parts.
pub(super) fn of_all(limit: &Value) -> Vec<&Value> {
    let all = limit.get(ALL).and_then(Value::as_array);
    all.map_or_else(|| vec![limit], |all| all.iter().collect())
}
