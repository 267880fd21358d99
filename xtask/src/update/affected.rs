//! Overlay actions that still match, but that a new document affects: it says something else where they set something, or one of
//! their operations moved.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client::internal::one_line;
use openapi_rust_client_generator::{Diagnostic, json_path_member};
use serde_json::{Map, Value};

use super::moves::Moves;
use super::targets::{Targets, by_pointer};
use crate::spec::PROSE;

/// The members of a schema that say which values it has.
const TYPE: [&str; 5] = ["$ref", "type", "format", "nullable", "enum"];

/// What an action can set whatever the type is.
const INDEPENDENT: [&str; 5] = ["description", "summary", "x-env", "x-record", "x-rust-name"];

/// One entry for each action and change, with the place of the action. What the help of `findings` names is listed already.
pub(super) fn of(
    overlays: &[Targets<'_>],
    (previous, facts): (&Value, &Value),
    moves: &Moves<'_>,
    findings: &[Diagnostic],
) -> Vec<String> {
    let targets = |document| -> BTreeSet<String> { by_pointer(document).into_values().collect() };
    let (before, after) = (targets(previous), targets(facts));
    // A part of an operation that has none where the operation is now.
    let is_gone = |target: &str| {
        let new = moves.target(target).filter(|_| before.contains(target));
        new.is_some_and(|new| !after.contains(&new))
    };
    let mut entries = Vec::new();
    for overlay in overlays {
        // Descriptions are not facts.
        let is_prose = overlay.overlay.name == PROSE;
        let mut changed = if is_prose {
            BTreeMap::new()
        } else {
            values(overlay, previous, facts)
        };
        for index in 0..overlay.actions.len() {
            let mut found = changed.remove(&index).unwrap_or_default().entries();
            if let Some(target) = overlay.target(index) {
                let here = findings
                    .iter()
                    .filter(|it| overlay.index(it) == Some(index));
                let help: Vec<&str> = here.map(|finding| &*finding.help).collect();
                // An action that has no place any more is among the findings.
                let is_listed = is_prose && !help.is_empty();
                if !is_listed && !is_gone(target) {
                    found.extend(moves.of_matching(target, &help));
                }
            }
            let place = overlay.place(index);
            entries.extend(found.into_iter().map(|found| format!("{place}: {found}")));
        }
    }
    entries
}

/// What the document says at some places now, with what it said before.
#[derive(Default)]
struct Changed {
    places: BTreeMap<String, BTreeSet<(String, String)>>,
}

impl Changed {
    fn insert(&mut self, now: String, before: String, target: &str) {
        let places = self.places.entry(now).or_default();
        places.insert((target.to_owned(), before));
    }

    /// One for each new value.
    fn entries(self) -> Vec<String> {
        let entries = self.places.into_iter().map(|(now, places)| {
            let befores: BTreeSet<&str> = places.iter().map(|(_, before)| &**before).collect();
            let before = match befores.first() {
                Some(before) if befores.len() == 1 => format!(" (before: {before})"),
                _ => String::new(),
            };
            let first = places.first().map_or("", |(target, _)| target);
            let more = match places.len() {
                1 => String::new(),
                number => format!(" and {} more", number - 1),
            };
            let now = now.replacen("{before}", &before, 1);
            format!("{now}: check it ({}{more})", one_line(first))
        });
        entries.collect()
    }
}

/// The changes of what actions set, by the indices of the actions.
fn values(overlay: &Targets<'_>, previous: &Value, facts: &Value) -> BTreeMap<usize, Changed> {
    let [old, new] = overlay.matched();
    let (before, after) = (by_pointer(previous), by_pointer(facts));
    let before: BTreeMap<&str, &str> = before
        .iter()
        .map(|(pointer, target)| (target.as_str(), pointer.as_str()))
        .collect();
    let mut changed: BTreeMap<usize, Changed> = BTreeMap::new();
    for (index, action) in overlay.actions.iter().enumerate() {
        let Some(update) = action["update"].as_object() else {
            continue;
        };
        for pointer in &new[index] {
            // Parameters and tags keep their targets, but not their pointers. Groups such as `schemas` have no other target.
            let target = after.get(pointer);
            let known = target.map_or(Some(pointer.as_str()), |target| {
                before.get(target.as_str()).copied()
            });
            let known = known.filter(|known| old[index].contains(*known));
            let members = |document: &'_ Value, pointer: &str| {
                let place = document.pointer(pointer).and_then(Value::as_object);
                place.cloned()
            };
            let old = known.and_then(|known| members(previous, known));
            if let (Some(old), Some(new)) = (old, members(facts, pointer)) {
                let own = format!("#{pointer}");
                let target = target.unwrap_or(&own);
                compare(
                    update,
                    &old,
                    &new,
                    target,
                    changed.entry(index).or_default(),
                );
            }
        }
    }
    changed
}

/// Compares what the document says where an action sets something.
fn compare(
    update: &Map<String, Value>,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    target: &str,
    found: &mut Changed,
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
        let now = format!("the document now says {after}{{before}} where this action sets {sets}");
        found.insert(now, before, target);
    }
    for (key, update) in update {
        let (before, after) = (old.get(key), new.get(key));
        if let (Value::Object(update), Some(Value::Object(before)), Some(Value::Object(after))) =
            (update, before, after)
        {
            let target = target.to_owned() + &json_path_member(key);
            compare(update, before, after, &target, found);
        } else if let Some(after) = after
            && Some(after) != before
            && after != update
            && !TYPE.contains(&key.as_str())
        {
            let (key, what) = (one_line(key), shown(after));
            let now = format!(
                "the document now has `{key}` itself, {what}{{before}}, where this action sets it"
            );
            let before = before.map_or_else(|| format!("no `{key}`"), shown);
            found.insert(now, before, target);
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

/// A value in a sentence. Long ones are in the document.
fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "an object".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        value => format!("`{}`", text(value)),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        other => one_line(&other.to_string()),
    }
}
