//! Overlay actions that still match, but that a new document affects: the published type below them changed, or one of their
//! operations moved.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client::internal::one_line;
use openapi_rust_client_generator::{Diagnostic, Source, overlaid};
use serde_json::{Map, Value, json};

use super::moves::Moves;
use super::walk::places;
use crate::actions::Actions;

/// The members of a schema that say which values it has.
const TYPE: [&str; 5] = ["$ref", "type", "format", "nullable", "enum"];

/// What an action can set whatever the type is.
const INDEPENDENT: [&str; 5] = ["description", "summary", "x-env", "x-record", "x-rust-name"];

/// One entry for each action and change, with the place of the action. What the help of `findings` names is listed already.
pub(super) fn of(
    corrections: Option<&Source>,
    (previous, facts): (&Value, &Value),
    moves: &Moves<'_>,
    findings: &[Diagnostic],
) -> Vec<String> {
    let Some(overlay) = corrections else {
        return Vec::new();
    };
    let value = overlay.to_json().unwrap_or_default();
    let actions = value["actions"].as_array().map_or(&[][..], Vec::as_slice);
    // An overlay in an unusual format has no lines.
    let lines = Actions::of(overlay).map(|actions| actions.lines());
    let lines = lines.unwrap_or_default();
    let mut changed = types(actions, previous, facts);
    let mut entries = Vec::new();
    for (index, action) in actions.iter().enumerate() {
        let lines = lines.get(index);
        let is_here = |finding: &&Diagnostic| {
            finding.file == overlay.name && lines.is_some_and(|it| it.contains(&finding.line))
        };
        let mut found = changed.remove(&index).unwrap_or_default();
        if let Some(target) = action["target"].as_str() {
            let findings = findings.iter().filter(|finding| is_here(finding));
            let help: Vec<&str> = findings.map(|finding| &*finding.help).collect();
            found.extend(moves.of_matching(target, &help));
        }
        let line = lines.map_or_else(String::new, |lines| format!(":{}", lines.start));
        let found = found.into_iter();
        entries.extend(found.map(|found| format!("{}{line}: {found}", overlay.name)));
    }
    entries
}

/// The changes of published types, by the indices of the actions.
fn types(actions: &[Value], previous: &Value, facts: &Value) -> BTreeMap<usize, BTreeSet<String>> {
    let [old, new] = [previous, facts].map(|document| marked(document, actions));
    let old: BTreeMap<String, &Map<String, Value>> = places(&old)
        .into_iter()
        .map(|place| (place.target, place.members))
        .collect();
    let mut changed: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for place in places(&new) {
        let Some(before) = old.get(&place.target) else {
            continue;
        };
        for (index, action) in actions.iter().enumerate() {
            let is_marked = |members: &Map<String, Value>| members.contains_key(&mark(index));
            if let Some(update) = action["update"].as_object()
                && is_marked(before)
                && is_marked(place.members)
            {
                let found = changed.entry(index).or_default();
                compare(update, before, place.members, &place.target, found);
            }
        }
    }
    changed
}

/// The document with a mark in each target of each action, because only overlays evaluate targets.
fn marked(document: &Value, actions: &[Value]) -> Value {
    let marks = actions
        .iter()
        .enumerate()
        .map(|(index, action)| json!({"target": action["target"], "update": {mark(index): {}}}));
    let overlay = json!({
        "overlay": "1.1.0",
        "info": {"title": "Marks", "version": "1"},
        "actions": marks.collect::<Vec<_>>(),
    });
    let source = |value: &Value| Source::new("marks", value.to_string());
    overlaid(&source(document), &[source(&overlay)])
}

fn mark(index: usize) -> String {
    format!("x-xtask-action-{index}")
}

/// Compares what the document says where an action sets something.
fn compare(
    update: &Map<String, Value>,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    target: &str,
    found: &mut BTreeSet<String>,
) {
    for key in TYPE {
        let (before, after) = (old.get(key), new.get(key));
        // Elsewhere, `type` is the name of a property.
        let is_name = [before, after]
            .iter()
            .any(|it| it.is_some_and(Value::is_object));
        let sets = sets(update, key);
        if before == after || is_name || sets.is_empty() || update.get(key) == after {
            continue;
        }
        let member = |value: &Value| format!("`{key}: {}`", text(value));
        let after = after.map_or_else(|| format!("no `{key}`"), member);
        let before = before.map_or_else(|| format!("no `{key}`"), member);
        found.insert(format!(
            "the document now says {after} (before: {before}) where this action sets {sets}: check it ({})",
            one_line(target)
        ));
    }
    for (key, update) in update {
        if let (Value::Object(update), Some(Value::Object(old)), Some(Value::Object(new))) =
            (update, old.get(key), new.get(key))
        {
            compare(update, old, new, &format!("{target}.{key}"), found);
        }
    }
}

/// The same member as an update sets it, or else its members that may depend on the type.
fn sets(update: &Map<String, Value>, key: &str) -> String {
    let same = update.get_key_value(key);
    let others = update
        .iter()
        .filter(|(name, value)| !value.is_object() && !INDEPENDENT.contains(&name.as_str()));
    let shown = same.map_or_else(|| others.collect::<Vec<_>>(), |same| vec![same]);
    let shown = shown.into_iter();
    let shown = shown.map(|(name, value)| format!("`{name}: {}`", text(value)));
    shown.collect::<Vec<_>>().join(", ")
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        other => one_line(&other.to_string()),
    }
}
