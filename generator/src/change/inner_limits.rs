//! Limits of values inside of others: items of lists, values of maps, and alternatives, also behind references.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::equal::{Integers, normalized};
use super::limits::Effect;
use super::{Both, Differences, Side};
use crate::document::UNIONS;
use crate::lower::constraints_of;
use crate::source::Pointer;

impl Differences<'_> {
    /// Compares the limits inside of a value, which is given by its schema or its parameter. Those of named types are their own.
    pub(super) fn inner_limits(&mut self, item: &str, effect: Effect, at: &Both) {
        let start = Both {
            old: self.old.schema_of(&at.old),
            new: self.new.schema_of(&at.new),
        };
        let mut open = vec![start];
        // A list may contain itself.
        let mut seen = BTreeSet::new();
        while let Some(at) = open.pop() {
            let mut news = self.new.inner_schemas(&at.new);
            for (key, old) in self.old.inner_schemas(&at.old) {
                let Some(new) = news.remove(&key) else {
                    continue;
                };
                let is_named = self.old.is_named_type(&old) || self.new.is_named_type(&new);
                if is_named || !seen.insert((old.clone(), new.clone())) {
                    continue;
                }
                let at = Both { old, new };
                // A part of a schema does not say which limits the others have.
                if key.0 != "allOf" {
                    self.own_limits(item, effect, &at);
                }
                open.push(at);
            }
        }
    }

    fn own_limits(&mut self, item: &str, effect: Effect, at: &Both) {
        let limits = |side: &Side<'_>, at: &Pointer| {
            let schema = at.find(side.document.root().value);
            let integers = schema.map(Integers::of_schema).unwrap_or_default();
            normalized(side.limits_at(at), integers).own
        };
        let limits = (limits(self.old, &at.old), limits(self.new, &at.new));
        // The format of a number is its type.
        let schema = at.new.find(self.new.document.root().value);
        let is_string = schema.is_some_and(|schema| schema["type"] == "string");
        let effect = Effect {
            is_same_type: effect.is_same_type && is_string,
            ..effect
        };
        self.once(|differences| {
            differences.limits_of(item, (&limits.0, &limits.1), effect, at);
        });
    }

    /// Reports nothing that is reported already.
    pub(super) fn once(&mut self, find: impl FnOnce(&mut Self)) {
        let known = self.found.len();
        find(self);
        for change in self.found.split_off(known) {
            let mut others = self.found.iter();
            let is_known = others.any(|other| {
                (other.kind, &other.item, &other.before, &other.after)
                    == (change.kind, &change.item, &change.before, &change.after)
            });
            if !is_known {
                self.found.push(change);
            }
        }
    }
}

/// What a schema is inside of another one: its keyword there, its type or reference, and how many like it are before it.
type Key = (&'static str, String, usize);

impl Side<'_> {
    /// The schema of a parameter, or the schema itself, behind references.
    fn schema_of(&self, at: &Pointer) -> Pointer {
        let root = self.document.root().value;
        let parameter = at.find(root).filter(|value| value["in"].is_string());
        let Some(parameter) = parameter else {
            return self.resolved(at);
        };
        let content = parameter.get("content").and_then(Value::as_object);
        let media_type = content.and_then(|content| content.keys().next());
        let at = match media_type {
            Some(media_type) => at.join("content").join(media_type),
            None => at.clone(),
        };
        self.resolved(&at.join("schema"))
    }

    /// Whether a type is generated for a schema that references name.
    pub(super) fn is_named_type(&self, at: &Pointer) -> bool {
        self.named.contains(at)
    }

    fn inner_schemas(&self, at: &Pointer) -> BTreeMap<Key, Pointer> {
        let root = self.document.root().value;
        let mut found = BTreeMap::new();
        let mut counts = BTreeMap::new();
        let Some(schema) = at.find(root) else {
            return found;
        };
        let mut add = |keyword: &'static str, inner: Pointer| {
            let Some(value) = inner.find(root).filter(|value| value.is_object()) else {
                return;
            };
            let resolved = self.resolved(&inner);
            let is_in_list = ["allOf", "anyOf", "oneOf"].contains(&keyword);
            let reference = value.get("$ref").filter(|_| is_in_list);
            let ty = resolved.find(root).and_then(|schema| schema.get("type"));
            let name = reference.or(ty).map(Value::to_string).unwrap_or_default();
            let before = counts.entry((keyword, name.clone())).or_insert(0);
            found.insert((keyword, name, *before), resolved);
            *before += 1;
        };
        for keyword in ["items", "additionalProperties"] {
            add(keyword, at.join(keyword));
        }
        let limits = constraints_of(schema).own;
        for keyword in UNIONS.into_iter().chain(["allOf"]) {
            // Alternatives that only have limits are a limit of the schema.
            let alternatives = schema.get(keyword).and_then(Value::as_array);
            if let Some(alternatives) = alternatives.filter(|_| !limits.contains_key(keyword)) {
                for index in 0..alternatives.len() {
                    add(keyword, at.join(keyword).join(index.to_string()));
                }
            }
        }
        found
    }
}
