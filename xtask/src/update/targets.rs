//! The places that the targets of overlay actions match.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use openapi_rust_client_generator::{Diagnostic, Source, overlaid};
use serde_json::{Value, json};

use super::counterparts::escaped;
use super::walk::places;
use crate::actions::Actions;

/// The beginning of the member that marks what an action matches.
const MARK: &str = "x-xtask-action-";

/// The actions of an overlay.
pub(super) struct Targets<'o> {
    pub(super) overlay: &'o Source,
    pub(super) actions: Vec<Value>,
    /// The lines of each action. An overlay in an unusual format has none.
    lines: Vec<Range<usize>>,
    documents: [&'o Value; 2],
    matched: OnceCell<[Vec<BTreeSet<String>>; 2]>,
}

impl<'o> Targets<'o> {
    pub(super) fn of(overlay: &'o Source, documents: [&'o Value; 2]) -> Self {
        let value = overlay.to_json().unwrap_or_default();
        let lines = Actions::of(overlay).map(|actions| actions.lines());
        Self {
            overlay,
            actions: value["actions"].as_array().cloned().unwrap_or_default(),
            lines: lines.unwrap_or_default(),
            documents,
            matched: OnceCell::new(),
        }
    }

    /// The pointers to the objects that each action matches in the old and in the new document.
    pub(super) fn matched(&self) -> &[Vec<BTreeSet<String>>; 2] {
        self.matched.get_or_init(|| {
            self.documents.map(|document| {
                let targets = self.actions.iter().map(|action| &action["target"]);
                matched(document, targets)
            })
        })
    }

    /// The action that a problem is about.
    pub(super) fn index(&self, finding: &Diagnostic) -> Option<usize> {
        if finding.file != self.overlay.name {
            return None;
        }
        let mut lines = self.lines.iter();
        lines.position(|lines| lines.contains(&finding.line))
    }

    pub(super) fn target(&self, index: usize) -> Option<&str> {
        self.actions.get(index)?["target"].as_str()
    }

    /// `spec/runtime.overlay.yaml:5`
    pub(super) fn place(&self, index: usize) -> String {
        let line = self.lines.get(index);
        let line = line.map_or_else(String::new, |lines| format!(":{}", lines.start));
        format!("{}{line}", self.overlay.name)
    }
}

/// The pointers to the objects that each target matches. Only overlays evaluate targets, so each marks its objects.
pub(super) fn matched<'t>(
    document: &Value,
    targets: impl Iterator<Item = &'t Value>,
) -> Vec<BTreeSet<String>> {
    let actions = targets.enumerate();
    let actions: Vec<Value> = actions
        .map(|(index, target)| json!({"target": target, "update": {format!("{MARK}{index}"): {}}}))
        .collect();
    let mut matched = vec![BTreeSet::new(); actions.len()];
    let overlay = json!({
        "overlay": "1.1.0",
        "info": {"title": "Marks", "version": "1"},
        "actions": actions,
    });
    let source = |value: &Value| Source::new("marks", value.to_string());
    let marked = overlaid(&source(document), &[source(&overlay)]);
    let mut open = vec![(String::new(), &marked)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.iter().filter_map(|(name, member)| {
                let mark = name.strip_prefix(MARK).and_then(|index| index.parse().ok());
                let Some(index) = mark else {
                    return Some((format!("{pointer}/{}", escaped(name)), member));
                };
                let found: Option<&mut BTreeSet<String>> = matched.get_mut::<usize>(index);
                found.map(|found| found.insert(pointer.clone()));
                None
            })),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, item)| (format!("{pointer}/{index}"), item)));
            }
            _ => {}
        }
    }
    matched
}

/// The targets of all places, by their pointers.
pub(super) fn by_pointer(document: &Value) -> BTreeMap<String, String> {
    let places = places(document).into_iter();
    places.map(|place| (place.pointer, place.target)).collect()
}
