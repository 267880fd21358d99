//! Rewrites OpenAPI 3.1 and 3.2 in the form of 3.0, the only one that the later stages know.
//!
//! A node is rewritten before the nodes inside it. So a node that is moved is still as it was written, and its origin is known
//! if there is a problem in it.

mod array;
mod conditions;
mod constants;
mod object;
mod operations;
mod root;
mod schema;
mod types;
mod unions;
mod values;

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value};

use super::bundle::Bundle;
use super::grammar::{ObjectKind, references};
use super::keyword::Holds;
use crate::diagnostics::{Code, Help, Location, Problem, Reporter};
use crate::source::Pointer;
use crate::source::{Below, Origins};

type Members = Map<String, Value>;

/// The help for a dropped keyword that only restricts values.
const SERVICE_CHECKS: &str = "no action needed if the service's own checks are enough";

/// Rewrites the nodes that come from the `modern` sources, identified by their index. Returns the document, the origins of its nodes,
/// and the locations of its regions.
pub(super) fn upgrade(
    bundle: Bundle,
    modern: &BTreeSet<usize>,
    reporter: &Reporter,
) -> (Value, Origins, Vec<(ObjectKind, Pointer)>) {
    let Bundle {
        mut root,
        origins,
        regions,
        ..
    } = bundle;
    if modern.is_empty() {
        return (root, origins, regions);
    }
    let mut upgrade = Upgrade {
        reporter,
        modern,
        origins,
        forth: Below::default(),
        at: Pointer::root(),
        nulls: entries(&root, "schemas", unions::is_null),
        query_strings: entries(&root, "parameters", operations::is_query_string),
    };
    upgrade.node(ObjectKind::Document, &mut root);
    for (kind, at) in &regions {
        let at = upgrade.forth.follow(at);
        if let Some(value) = at.find_mut(&mut root) {
            upgrade.at = at;
            upgrade.node(*kind, value);
        }
    }
    upgrade.fix_references(&mut root, &regions);
    let moved = |(kind, at)| (kind, upgrade.forth.follow(&at));
    let regions = regions.into_iter().map(moved).collect();
    (root, upgrade.origins, regions)
}

/// The entries of a section of `components` for which `is` holds.
fn entries(root: &Value, section: &str, is: fn(&Value) -> bool) -> HashSet<Pointer> {
    let at = Pointer::root().join("components").join(section);
    let entries = at
        .find(root)
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    entries
        .filter(|(_, entry)| is(entry))
        .map(|(name, _)| at.join(name.as_str()))
        .collect()
}

/// Whether this is a reference to one of these entries.
fn is_entry(entries: &HashSet<Pointer>, value: &Value) -> bool {
    if entries.is_empty() {
        return false;
    }
    let reference = value.get("$ref").and_then(Value::as_str);
    let pointer = reference.and_then(Pointer::from_fragment);
    pointer.is_some_and(|pointer| entries.contains(&pointer))
}

struct Upgrade<'r> {
    reporter: &'r Reporter,
    modern: &'r BTreeSet<usize>,
    origins: Origins,
    /// Maps nodes as they were to their current location.
    forth: Below<Pointer>,
    /// The location of the node that is being rewritten.
    at: Pointer,
    /// Schemas in `components` that accept only null.
    nulls: HashSet<Pointer>,
    /// Parameters in `components` for the whole query string.
    query_strings: HashSet<Pointer>,
}

impl Upgrade<'_> {
    fn node(&mut self, kind: ObjectKind, value: &mut Value) {
        let modern = self.is_modern();
        if kind == ObjectKind::Schema && modern {
            schema::from_boolean(value);
        }
        let Some(members) = value.as_object_mut() else {
            return;
        };
        if modern {
            match kind {
                ObjectKind::Document => self.root(members),
                ObjectKind::PathItem => self.path_item(members),
                ObjectKind::Operation => self.operation(members),
                ObjectKind::Parameter => self.parameter(members),
                ObjectKind::Response => operations::response(members),
                ObjectKind::MediaType => self.media_type(members),
                ObjectKind::Schema => self.schema(members),
                _ => {}
            }
        }
        for (key, holds, kind) in kind.fields() {
            match (holds, members.get_mut(*key)) {
                // This one may be a boolean in OpenAPI 3.0 too.
                (_, Some(Value::Bool(_))) if *key == "additionalProperties" => {}
                (Holds::One, Some(member)) => self.inside(key, |this| this.node(*kind, member)),
                (Holds::List, Some(Value::Array(items))) => self.inside(key, |this| {
                    for (index, item) in items.iter_mut().enumerate() {
                        this.inside(&index.to_string(), |this| this.node(*kind, item));
                    }
                }),
                (Holds::Map | Holds::Named, Some(Value::Object(named))) => {
                    let all = matches!(holds, Holds::Map);
                    self.inside(key, |this| {
                        for (name, item) in named {
                            if all || !name.starts_with("x-") {
                                this.inside(name, |this| this.node(*kind, item));
                            }
                        }
                    });
                }
                _ => {}
            }
        }
    }

    fn inside(&mut self, step: &str, act: impl FnOnce(&mut Self)) {
        self.at.push(step);
        act(self);
        self.at.pop();
    }

    /// Whether the node comes from a source in a version that needs rewriting.
    fn is_modern(&self) -> bool {
        if self.origins.embedded.is_empty() {
            return self.modern.contains(&0);
        }
        self.modern.contains(&self.origins.of(&self.at).0)
    }

    /// A location below the node.
    fn below(&self, steps: &[&str]) -> Pointer {
        self.at.extended(steps)
    }

    /// Records that nodes were moved. They are recorded together, so that none is mistaken for another.
    fn moved(&mut self, moves: Vec<(Pointer, Pointer)>) {
        let old: Vec<Pointer> = moves
            .iter()
            .map(|(from, _)| self.origins.moved.follow(from))
            .collect();
        for (old, (_, to)) in old.into_iter().zip(moves) {
            self.forth.insert(&old, to.clone());
            self.origins.moved.insert(&to, old);
        }
    }

    /// Records that a node was added because of another one.
    fn added(&mut self, node: &Pointer, because_of: &Pointer) {
        let old = self.origins.moved.follow(because_of);
        self.origins.moved.insert(node, old);
    }

    /// Records that a node became part of another.
    fn absorbed(&mut self, from: &Pointer, to: &Pointer) {
        let old = self.origins.moved.follow(from);
        self.forth.insert(&old, to.clone());
    }

    /// Removes a member, with a warning that it has no effect.
    fn drop_with_warning(
        &self,
        members: &mut Members,
        key: &str,
        message: &str,
        help: impl Into<Help>,
    ) {
        if members.shift_remove(key).is_some() {
            self.warn(Code::DroppedKeyword, &self.at.join(key), message, help);
        }
    }

    /// Removes a member that depends on another one, which is absent.
    fn drop_without(&self, members: &mut Members, key: &str, other: &str) {
        let message = format!("`{key}` has no effect without `{other}`");
        let help = Help::new(format!("add `{other}`, or remove it")).remove();
        self.drop_with_warning(members, key, &message, help);
    }

    fn warn(&self, code: Code, at: &Pointer, message: impl Into<String>, help: impl Into<Help>) {
        self.reporter
            .report(Problem::warning(code, self.location(at), message, help));
    }

    /// The location where a node was written, determined now because the document is about to change.
    fn location(&self, at: &Pointer) -> Location {
        let (source, pointer) = self.origins.of(at);
        Location::Source(source, pointer)
    }

    /// Updates references to nodes that were moved.
    fn fix_references(&self, root: &mut Value, regions: &[(ObjectKind, Pointer)]) {
        if self.forth.is_empty() {
            return;
        }
        let mut all = references(ObjectKind::Document, root, &Pointer::root());
        for (kind, at) in regions {
            let at = self.forth.follow(at);
            if let Some(value) = at.find(root) {
                all.extend(references(*kind, value, &at));
            }
        }
        for reference in all {
            let Some(old) = Pointer::from_fragment(&reference.text) else {
                continue;
            };
            let new = self.forth.follow(&old);
            if new != old
                && let Some(text) = reference.at.find_mut(root)
            {
                *text = Value::String(new.to_fragment());
            }
        }
    }
}

/// Adds a sentence to the description, for constraints that have no keyword.
fn say(members: &mut Members, sentence: &str) {
    let description = members
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let text = if description.is_empty() {
        sentence.to_owned()
    } else {
        format!("{}\n\n{sentence}", description.trim_end())
    };
    members.insert("description".to_owned(), Value::String(text));
}

/// A value as code in Markdown.
fn code(value: &Value) -> String {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    // Text that contains a backtick needs more of them around it.
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}
