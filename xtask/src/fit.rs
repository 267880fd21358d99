//! Generates the client for a document that some corrections may not fit. An older document is no reason to delete them.

use std::collections::BTreeSet;

use openapi_rust_client_generator::{Code, Diagnostic, Diagnostics, Generated, Severity, Source};
use serde_json::Value;

use crate::spec::{OVERLAY, PROSE, Spec};

pub(crate) struct Fitted {
    pub(crate) generated: Generated,
    /// With the corrections that fit.
    pub(crate) spec: Spec,
    /// The problems of the overlays.
    pub(crate) findings: Vec<Diagnostic>,
}

/// Generates the client without the corrections that fail.
pub(crate) fn fit(spec: &Spec) -> Result<Fitted, Diagnostics> {
    let problems = match spec.generate() {
        Ok(generated) => return Ok(fitted(generated, spec.clone(), None)),
        Err(problems) => problems,
    };
    let failing: BTreeSet<usize> = problems.iter().filter_map(correction).collect();
    if failing.is_empty() {
        return Err(problems);
    }
    let spec = Spec {
        corrections: spec
            .corrections
            .as_ref()
            .and_then(|it| without(it, &failing)),
        ..spec.clone()
    };
    let generated = spec.generate()?;
    Ok(fitted(generated, spec, Some(&problems)))
}

/// The index of the correction that fails.
fn correction(problem: &Diagnostic) -> Option<usize> {
    let is_failure = problem.severity == Severity::Error && problem.code == Code::Overlay;
    let is_correction = is_failure && problem.file == OVERLAY;
    let action = problem.pointer.strip_prefix("#/actions/")?;
    let index = action.strip_suffix("/target")?.parse().ok()?;
    is_correction.then_some(index)
}

/// An overlay without some of its actions; `None` if it has no others.
fn without(overlay: &Source, actions: &BTreeSet<usize>) -> Option<Source> {
    let mut value = overlay.to_json()?;
    let list = value.get_mut("actions").and_then(Value::as_array_mut)?;
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        !actions.contains(&(index - 1))
    });
    let is_empty = list.is_empty();
    (!is_empty).then(|| Source::new(overlay.name.clone(), value.to_string()))
}

/// `findings` are the problems of the overlays, if they were found before actions were removed.
fn fitted(mut generated: Generated, spec: Spec, findings: Option<&Diagnostics>) -> Fitted {
    let is_of_overlay = |problem: &&Diagnostic| [OVERLAY, PROSE].contains(&&*problem.file);
    let findings = findings.unwrap_or(&generated.warnings);
    let findings = findings.iter().filter(is_of_overlay).cloned().collect();
    generated
        .warnings
        .retain(|problem| !is_of_overlay(&problem));
    Fitted {
        generated,
        spec,
        findings,
    }
}
