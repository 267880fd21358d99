//! Limits of values inside of others: items of lists, values of maps, and alternatives, also behind references.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::limits::Effect;
use super::parts::is_single;
use super::{Both, Differences, Side};
use crate::document::UNIONS;
use crate::lower::constraints_of;
use crate::source::Pointer;

/// The most values inside of another one that are compared.
const MOST_INNER: usize = 1_000;

impl Differences<'_> {
    /// Compares the limits inside of a value, which is given by its schema or its parameter. Those of named types are their own.
    pub(super) fn inner_limits(&mut self, item: &str, effect: Effect, at: &Both) {
        let mut open = vec![(
            self.old.parts(&self.old.schema_of(&at.old)),
            self.new.parts(&self.new.schema_of(&at.new)),
        )];
        // A list may contain itself. The parts of a schema may do so in different numbers of steps, and their product is large.
        let mut seen = BTreeSet::new();
        while let Some((old, new)) = open.pop().filter(|_| seen.len() < MOST_INNER) {
            for (old, new) in self.inner_pairs(&old, &new) {
                let is_named = self.old.has_named_type(&old) && self.new.has_named_type(&new);
                if is_named || !seen.insert((old.clone(), new.clone())) {
                    continue;
                }
                self.own_limits(item, effect, (&old, &new));
                open.push((old, new));
            }
        }
    }

    /// The schemas inside of two others that are the same in both versions. An alternative may have become another reference, or inline.
    fn inner_pairs(&self, old: &[Pointer], new: &[Pointer]) -> Vec<(Vec<Pointer>, Vec<Pointer>)> {
        let (mut olds, mut news) = (self.old.inner_schemas(old), self.new.inner_schemas(new));
        let mut pairs = Vec::new();
        olds.retain(|key, old| match news.remove(key) {
            Some(new) => {
                pairs.push((old.clone(), new));
                false
            }
            None => true,
        });
        for ((keyword, ..), old) in olds {
            let ty = self.old.types_of(&old).next();
            let mut others = news.iter();
            let same = others.find(|((other, ..), new)| {
                *other == keyword && ty.is_some() && self.new.types_of(new).next() == ty
            });
            let same = same.map(|(key, _)| key.clone());
            if let Some(new) = same.and_then(|key| news.remove(&key)) {
                pairs.push((old, new));
            }
        }
        pairs
    }

    /// Compares the limits of a value inside of another one, which is given by the parts of its schema.
    fn own_limits(&mut self, item: &str, effect: Effect, (old, new): (&[Pointer], &[Pointer])) {
        let (Some(first), Some(other)) = (old.first(), new.first()) else {
            return;
        };
        let at = Both {
            old: first.clone(),
            new: other.clone(),
        };
        let limits = (self.old.limits_of_parts(old), self.new.limits_of_parts(new));
        // The format of a number is its type.
        let is_string = self.new.types_of(new).any(|ty| ty == "string");
        let effect = Effect {
            is_same_type: effect.is_same_type && is_string,
            ..effect
        };
        self.once(|differences| {
            differences.limits_of(item, (&limits.0, &limits.1), effect, &at);
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

/// The role of a schema inside another one: its keyword there, its type or reference, and how many like it are before it.
type Key = (&'static str, String, usize);

impl Side<'_> {
    /// The schema of a parameter, or the schema itself, behind references.
    pub(super) fn schema_of(&self, at: &Pointer) -> Pointer {
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

    /// The types that the parts of a schema have.
    fn types_of(&self, parts: &[Pointer]) -> impl Iterator<Item = &Value> {
        let root = self.document.root().value;
        parts.iter().filter_map(|part| part.find(root)?.get("type"))
    }

    /// The schemas inside of one that has these parts, each with its own parts.
    fn inner_schemas(&self, parts: &[Pointer]) -> BTreeMap<Key, Vec<Pointer>> {
        let root = self.document.root().value;
        let mut found = BTreeMap::new();
        let mut counts = BTreeMap::new();
        let mut add = |keyword: &'static str, reference: Option<&Value>, parts: Vec<Pointer>| {
            let name = reference.or_else(|| self.types_of(&parts).next());
            let name = name.map(Value::to_string).unwrap_or_default();
            let before = counts.entry((keyword, name.clone())).or_insert(0);
            found.insert((keyword, name, *before), parts);
            *before += 1;
        };
        for keyword in ["items", "additionalProperties"] {
            let inner = self.inner_parts(parts, keyword);
            if !inner.is_empty() {
                add(keyword, None, inner);
            }
        }
        for part in parts {
            let Some(schema) = part.find(root) else {
                continue;
            };
            let limits = constraints_of(schema).own;
            // Alternatives that only have limits are a limit of the schema.
            for keyword in UNIONS.into_iter().filter(|key| !limits.contains_key(*key)) {
                // A single alternative is a part.
                let alternatives = schema.get(keyword).filter(|all| !is_single(all));
                let alternatives = alternatives.and_then(Value::as_array);
                for (index, schema) in alternatives.into_iter().flatten().enumerate() {
                    let at = part.join(keyword).join(index.to_string());
                    add(keyword, schema.get("$ref"), self.parts(&at));
                }
            }
        }
        found
    }
}
