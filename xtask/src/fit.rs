//! Generates the client for a document that some corrections may not fit. They stay, because a later document may need them again.

use std::collections::BTreeSet;

use openapi_rust_client_generator::{
    Diagnostic, Diagnostics, Generated, Severity, Source, json_path_member, overlaid,
};
use serde_json::{Value, json};

use crate::actions::Actions;
use crate::spec::{OVERLAY, PROSE, Spec};

/// The most runs. Each finds what the problems of the runs before it hid.
const RUNS: usize = 10;

pub(crate) struct Fitted {
    pub(crate) generated: Generated,
    /// With the corrections that fit.
    pub(crate) spec: Spec,
    /// The problems of the overlays.
    pub(crate) findings: Vec<Diagnostic>,
}

/// Generates the client without the corrections that fail, and without what they add where it does not fit.
pub(crate) fn fit(spec: &Spec) -> Result<Fitted, Diagnostics> {
    let mut fitting = spec.clone();
    let mut findings: Vec<Diagnostic> = Vec::new();
    for run in 1.. {
        let (problems, generated) = match fitting.generate() {
            Ok(mut generated) => {
                let warnings = generated.warnings.clone();
                generated.warnings.retain(|problem| !is_of_overlay(problem));
                (warnings, Some(generated))
            }
            Err(problems) => (problems, None),
        };
        for problem in problems.iter().filter(|problem| is_of_overlay(problem)) {
            // The index of an action may change from run to run.
            let is_same = |other: &Diagnostic| {
                let place = |it: &Diagnostic| (it.file.clone(), it.line, it.column);
                place(other) == place(problem) && other.message == problem.message
            };
            if !findings.iter().any(is_same) {
                findings.push(problem.clone());
            }
        }
        if let Some(generated) = generated {
            findings.sort_by_key(|problem| (problem.file == OVERLAY, problem.line));
            return Ok(Fitted {
                generated,
                spec: fitting,
                findings,
            });
        }
        match without_failing(&fitting, &problems) {
            Some(spec) if run < RUNS => fitting = spec,
            _ => return Err(problems),
        }
    }
    unreachable!("the last run returns")
}

fn is_of_overlay(problem: &Diagnostic) -> bool {
    [OVERLAY, PROSE].contains(&&*problem.file)
}

/// The same without the corrections that fail; `None` if none does.
fn without_failing(spec: &Spec, problems: &Diagnostics) -> Option<Spec> {
    let corrections = spec.corrections.as_ref()?;
    let document = spec.document.to_json()?;
    let changed = overlaid(&spec.document, &spec.overlays());
    let mut actions = BTreeSet::new();
    let mut additions = BTreeSet::new();
    for problem in problems {
        let is_correction = problem.severity == Severity::Error && problem.file == OVERLAY;
        let Some(action) = index(problem).filter(|_| is_correction) else {
            continue;
        };
        let node = problem.node.as_ref();
        let addition = node.and_then(|node| addition(&node.pointer, &document, &changed));
        match addition {
            Some(addition) => {
                additions.insert(addition);
            }
            None => {
                actions.insert(action);
            }
        }
    }
    if actions.is_empty() && additions.is_empty() {
        return None;
    }
    Some(Spec {
        corrections: without(corrections, &actions),
        exclusions: with_removals(spec.exclusions.as_ref(), additions),
        ..spec.clone()
    })
}

/// The index of the action that has a problem.
fn index(problem: &Diagnostic) -> Option<usize> {
    let action = problem.pointer.strip_prefix("#/actions/")?;
    action.strip_suffix("/target")?.parse().ok()
}

/// The JSONPath of the part that an overlay added and that a pointer leads into; `None` if the published document has it, or if an
/// overlay cannot remove it, which is so for strings and numbers.
fn addition(pointer: &str, document: &Value, changed: &Value) -> Option<String> {
    let (mut published, mut value) = (Some(document), changed);
    let mut path = "$".to_owned();
    for step in pointer.strip_prefix("#/")?.split('/') {
        let step = step.replace("~1", "/").replace("~0", "~");
        let (below, selector) = match value {
            Value::Array(items) => (items.get(step.parse::<usize>().ok()?)?, format!("[{step}]")),
            value => (value.get(&step)?, json_path_member(&step)),
        };
        published = published.and_then(|value| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            value => value.get(&step),
        });
        path.push_str(&selector);
        value = below;
        if published.is_none() {
            return (value.is_object() || value.is_array()).then_some(path);
        }
    }
    None
}

/// An overlay without some of its actions; `None` if it has no others.
fn without(overlay: &Source, failing: &BTreeSet<usize>) -> Option<Source> {
    let mut value = overlay.to_json()?;
    let list = value.get_mut("actions").and_then(Value::as_array_mut)?;
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        !failing.contains(&(index - 1))
    });
    if list.is_empty() {
        return None;
    }
    // Lines stay the same, if possible.
    let text = Actions::of(overlay).map(|actions| actions.without(failing));
    let source = |text: String| Source::new(overlay.name.clone(), text);
    let same = text
        .map(source)
        .filter(|it| it.to_json().as_ref() == Some(&value));
    Some(same.unwrap_or_else(|| source(value.to_string())))
}

/// An overlay that removes more parts of a document.
fn with_removals(overlay: Option<&Source>, targets: BTreeSet<String>) -> Option<Source> {
    let present = overlay.and_then(Source::to_json);
    let mut actions = present.map_or_else(Vec::new, |overlay| {
        let actions = overlay["actions"].as_array();
        actions.cloned().unwrap_or_default()
    });
    let new = targets.into_iter();
    actions.extend(new.map(|target| json!({"target": target, "remove": true})));
    let overlay = json!({
        "overlay": "1.1.0",
        "info": {"title": "Additions that do not fit", "version": "1"},
        "actions": actions,
    });
    (!actions.is_empty()).then(|| Source::new("additions that do not fit", overlay.to_string()))
}
