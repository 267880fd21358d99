//! Identifiers that schemas and documents declare for references: `$id`, `$anchor` and the like.

use std::collections::HashMap;

use serde_json::Value;

use super::{InFile, path};
use crate::document::keyword::{Holds, keyword};
use crate::source::Pointer;

/// The identifiers in all files.
#[derive(Debug, Default)]
pub(super) struct Identifiers {
    /// Nodes by resolved `$id` or `$self`.
    ids: HashMap<String, InFile>,
    /// Nodes with an `$id`, and that resolved `$id`.
    resources: HashMap<InFile, String>,
    anchors: HashMap<(usize, String), Vec<Pointer>>,
}

impl Identifiers {
    /// Adds the identifiers in a file.
    pub(super) fn collect(&mut self, file: usize, name: &str, value: &Value) {
        let base = value.get("$self").and_then(Value::as_str);
        let base = base.map_or_else(|| name.to_owned(), |base| path::against(name, base));
        self.give_id(&base, file, &Pointer::root());
        self.walk(file, &base, value, &mut Pointer::root());
    }

    fn give_id(&mut self, id: &str, file: usize, at: &Pointer) {
        self.ids
            .entry(id.trim_end_matches('#').to_owned())
            .or_insert((file, at.clone()));
        self.resources.insert((file, at.clone()), id.to_owned());
    }

    fn walk(&mut self, file: usize, base: &str, value: &Value, at: &mut Pointer) {
        match value {
            Value::Object(members) => {
                let text = |key: &str| members.get(key).and_then(Value::as_str);
                let own = text("$id").map(|id| path::against(base, id));
                if let Some(id) = &own {
                    self.give_id(id, file, at);
                }
                for anchor in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
                    let places = self.anchors.entry((file, anchor.to_owned())).or_default();
                    places.push(at.clone());
                }
                let has_names = at.steps().last().is_some_and(|key| is_map(key));
                for (key, member) in members {
                    if has_names || !keyword(key).is_some_and(|keyword| keyword.is_data) {
                        at.push(key.as_str());
                        self.walk(file, own.as_deref().unwrap_or(base), member, at);
                        at.pop();
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    at.push(index.to_string());
                    self.walk(file, base, item, at);
                    at.pop();
                }
            }
            _ => {}
        }
    }

    /// The target of an absolute or relative URL that is used at a node of a file.
    pub(super) fn id(&self, url: &str, file: usize, from: &Pointer) -> Option<&InFile> {
        if path::has_scheme(url) {
            return self.ids.get(url);
        }
        let (_, base) = self.resource(file, from)?;
        self.ids.get(&path::against(base, url))
    }

    /// The nearest node at or above another that has an `$id`, and that `$id`.
    pub(super) fn resource(&self, file: usize, from: &Pointer) -> Option<(Pointer, &str)> {
        let mut at = Some(from.clone());
        while let Some(pointer) = at {
            let key = (file, pointer);
            if let Some(id) = self.resources.get(&key) {
                return Some((key.1, id));
            }
            at = key.1.parent();
        }
        None
    }

    /// Whether more than one schema in a file has this anchor.
    pub(super) fn is_ambiguous(&self, anchor: &str, file: usize) -> bool {
        let places = self.anchors.get(&(file, anchor.to_owned()));
        places.is_some_and(|places| places.len() > 1)
    }

    /// The target of an anchor: of several, the one that shares the longest path with the node where the anchor is used.
    pub(super) fn anchor(&self, name: &str, file: usize, from: &Pointer) -> Option<&Pointer> {
        let shared = |place: &&Pointer| {
            let pairs = place.steps().iter().zip(from.steps());
            pairs.take_while(|(left, right)| left == right).count()
        };
        // Reversed, because `max_by_key` takes the last of equals.
        self.anchors
            .get(&(file, name.to_owned()))?
            .iter()
            .rev()
            .max_by_key(shared)
    }
}

/// Whether the value of this key is a map with arbitrary keys.
fn is_map(key: &str) -> bool {
    let holds = keyword(key).and_then(|keyword| keyword.holds);
    key == "schemas" || matches!(holds, Some(Holds::Map))
}
