//! The overlays of a document, applied apart from a run.

use serde_json::Value;

use super::fields;
use super::keyword::{Role, keyword};
use super::overlay::{self, Overlay};
use crate::diagnostics::{Author, Overlaid, Reporter};
use crate::source::{Pointer, Sources, parse};

/// The overlays of a document.
pub(crate) struct Overlays<'s> {
    sources: &'s Sources<'s>,
}

impl<'s> Overlays<'s> {
    pub(crate) fn of(sources: &'s Sources<'s>) -> Self {
        Self { sources }
    }

    /// The document with its overlays applied, but otherwise unchanged; null if it cannot be parsed.
    pub(crate) fn apply(&self) -> Value {
        self.observe(&mut |_, _| {})
    }

    /// The same. The observer sees the document before the first action, and after each action.
    fn observe(&self, observer: &mut dyn FnMut(Option<Author>, &Value)) -> Value {
        let reporter = Reporter::default();
        let mut document = parse(self.sources.all()[0]).unwrap_or_default();
        observer(None, &document);
        for (index, source) in self.sources.overlays() {
            if let Ok(overlay) = parse(source) {
                let overlay = Overlay {
                    value: &overlay,
                    source: index,
                    may_miss: true,
                };
                let mut observer =
                    |action, document: &Value| observer(Some((index, action)), document);
                // Its problems were reported before.
                let _ = overlay::apply(&mut document, overlay, &reporter, &mut observer);
            }
        }
        document
    }
}

impl Overlaid for Overlays<'_> {
    fn document(&self) -> Value {
        self.apply()
    }

    fn is_api(&self, content: &Value) -> bool {
        fields::is_api(content)
    }

    fn authors(&self, nodes: &[&Pointer]) -> Vec<Option<Author>> {
        self.last_changes(nodes, State::of)
    }

    fn editors(&self, nodes: &[&Pointer]) -> Vec<Option<Author>> {
        self.last_changes(nodes, members)
    }
}

impl Overlays<'_> {
    /// For each node, the last action that changed its state, unless that is the published one again.
    fn last_changes<S: Clone + PartialEq>(
        &self,
        nodes: &[&Pointer],
        state: impl Fn(&Pointer, &Value) -> S,
    ) -> Vec<Option<Author>> {
        if nodes.is_empty() {
            return Vec::new();
        }
        let mut published = Vec::new();
        let mut states = Vec::new();
        let mut authors = vec![None; nodes.len()];
        self.observe(&mut |action, document| {
            let new: Vec<S> = nodes.iter().map(|node| state(node, document)).collect();
            if action.is_none() {
                published.clone_from(&new);
                states.clone_from(&new);
            }
            for (author, (new, state)) in authors.iter_mut().zip(new.iter().zip(&states)) {
                if new != state {
                    author.clone_from(&action);
                }
            }
            states = new;
        });
        let is_published = states.iter().zip(&published).map(|(new, old)| new == old);
        let authors = authors.into_iter().zip(is_published);
        authors
            .map(|(author, is_published)| author.filter(|_| !is_published))
            .collect()
    }
}

/// The members of a node: the names of all, and the values of those that are neither objects nor lists of them. Texts are not the
/// reason for an error.
fn members(node: &Pointer, document: &Value) -> Vec<(String, Option<Value>)> {
    let Some(Value::Object(members)) = node.find(document) else {
        return Vec::new();
    };
    let is_deep = |value: &Value| match value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().any(|item| item.is_object() || item.is_array()),
        _ => false,
    };
    let is_text = |name: &str, value: &Value| {
        let is_annotation = keyword(name).is_some_and(|known| known.role == Role::Annotation);
        value.is_string() && (is_annotation || name == "summary")
    };
    let members = members
        .iter()
        .filter(|(name, value)| !is_text(name, value))
        .map(|(name, value)| (name.clone(), (!is_deep(value)).then(|| value.clone())));
    members.collect()
}

/// A node in a version of the document, as far as a change of it is a change of this node and not of others below it.
#[derive(Clone, Debug, PartialEq)]
struct State {
    /// The number of steps to it that exist.
    steps: usize,
    /// Its value, unless it has others below it.
    value: Option<Value>,
}

impl State {
    fn of(node: &Pointer, document: &Value) -> Self {
        let mut value = document;
        let mut steps = 0;
        for step in node.steps() {
            let below = match value {
                Value::Object(members) => members.get(step),
                Value::Array(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
                _ => None,
            };
            let Some(below) = below else { break };
            (value, steps) = (below, steps + 1);
        }
        let is_leaf = !value.is_object() && !value.is_array();
        Self {
            steps,
            value: is_leaf.then(|| value.clone()),
        }
    }
}
