//! OpenAPI 3.1 and 3.2 in the shape of 3.0, which is all that comes after this stage has to know.
//!
//! A node is rewritten before those in it. So what is moved is still as it was written, and where it comes from is known
//! when something is wrong with it.

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
use super::grammar::{Holds, Kind, references};
use crate::diagnostics::{Code, Help, Place, Problem, Reporter};
use crate::source::Pointer;
use crate::source::{Below, Origins};

type Members = Map<String, Value>;

/// Rewrites what comes from the sources that are `modern`, told by their index.
pub(super) fn upgrade(
    bundle: Bundle,
    modern: &BTreeSet<usize>,
    reporter: &Reporter,
) -> (Value, Origins) {
    let Bundle {
        mut root,
        origins,
        regions,
        ..
    } = bundle;
    if modern.is_empty() {
        return (root, origins);
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
    upgrade.node(Kind::Document, &mut root);
    for (kind, at) in &regions {
        let at = upgrade.forth.follow(at);
        if let Some(value) = at.find_mut(&mut root) {
            upgrade.at = at;
            upgrade.node(*kind, value);
        }
    }
    upgrade.mend_references(&mut root, &regions);
    (root, upgrade.origins)
}

/// The entries of a section of `components` that are something.
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

/// Whether this refers to one of some entries.
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
    /// From the nodes as they were to where they are now.
    forth: Below<Pointer>,
    /// The node that is being rewritten.
    at: Pointer,
    /// Schemas in `components` that null alone is valid for.
    nulls: HashSet<Pointer>,
    /// Parameters in `components` that are the whole query.
    query_strings: HashSet<Pointer>,
}

impl Upgrade<'_> {
    fn node(&mut self, kind: Kind, value: &mut Value) {
        let modern = self.is_modern();
        if kind == Kind::Schema && modern {
            schema::from_boolean(value);
        }
        let Some(members) = value.as_object_mut() else {
            return;
        };
        if modern {
            match kind {
                Kind::Document => self.root(members),
                Kind::PathItem => self.path_item(members),
                Kind::Operation => self.operation(members),
                Kind::Parameter => self.parameter(members),
                Kind::Response => operations::response(members),
                Kind::MediaType => self.media_type(members),
                Kind::Schema => self.schema(members),
                _ => {}
            }
        }
        for (key, holds, kind) in kind.members() {
            match (holds, members.get_mut(*key)) {
                // These say yes or no in OpenAPI 3.0 as well.
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

    /// Whether the node comes from a source in a version that is rewritten.
    fn is_modern(&self) -> bool {
        if self.origins.embedded.is_empty() {
            return self.modern.contains(&0);
        }
        self.modern.contains(&self.origins.of(&self.at).0)
    }

    /// A place below the node.
    fn below(&self, steps: &[&str]) -> Pointer {
        self.at.extended(steps)
    }

    /// Notes that nodes were moved. All of them are told at once, so that none is taken for another.
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

    /// Notes that a node is new, and which one made it necessary.
    fn added(&mut self, node: &Pointer, because_of: &Pointer) {
        let old = self.origins.moved.follow(because_of);
        self.origins.moved.insert(node, old);
    }

    /// Notes that a node became part of another.
    fn absorbed(&mut self, from: &Pointer, to: &Pointer) {
        let old = self.origins.moved.follow(from);
        self.forth.insert(&old, to.clone());
    }

    /// Takes a member away and tells that it has no effect.
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

    fn warn(&self, code: Code, at: &Pointer, message: impl Into<String>, help: impl Into<Help>) {
        self.reporter
            .report(Problem::warning(code, self.place(at), message, help));
    }

    /// Where a node was written. The document changes, so this is found out before it does.
    fn place(&self, at: &Pointer) -> Place {
        let (source, pointer) = self.origins.of(at);
        Place::Source(source, pointer)
    }

    /// Lets references lead to where things are now.
    fn mend_references(&self, root: &mut Value, regions: &[(Kind, Pointer)]) {
        if self.forth.is_empty() {
            return;
        }
        let mut all = references(Kind::Document, root, &Pointer::root());
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

/// Says something in the description, for there is no keyword for it.
fn say(members: &mut Members, sentence: &str) {
    let said = members
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let text = if said.is_empty() {
        sentence.to_owned()
    } else {
        format!("{}\n\n{sentence}", said.trim_end())
    };
    members.insert("description".to_owned(), Value::String(text));
}

/// A value as it is written in docs.
fn code(value: &Value) -> String {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    // A text with a backtick in it needs more of them around it.
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}
