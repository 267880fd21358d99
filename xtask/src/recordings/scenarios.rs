//! The calls of scenarios, compared with the operations.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use openapi_rust_client_generator::Source;
use serde_json::Value;

use super::renames::{Renames, folded};
use super::{paths, renamed};

/// A step of a scenario.
#[derive(Debug)]
pub(super) struct Call {
    /// `generated-client/tests/scenarios/users.yaml, step 3`
    place: String,
    operation: String,
    inputs: Vec<String>,
}

/// The steps of all scenarios in a folder. There may be none.
pub(super) fn read(folder: &Path) -> Result<Vec<Call>> {
    let files = if folder.is_dir() {
        paths(folder)?
    } else {
        Vec::new()
    };
    let mut calls = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path);
        let text = text.with_context(|| format!("cannot read {}", path.display()))?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let scenario = Source::new(file.clone(), text)
            .to_json()
            .unwrap_or_default();
        let steps = scenario["steps"].as_array().into_iter().flatten();
        calls.extend(steps.zip(1..).map(|(step, number)| {
            let inputs = step["input"].as_object().into_iter().flatten();
            Call {
                place: format!("generated-client/tests/scenarios/{file}, step {number}"),
                operation: step["call"].as_str().unwrap_or_default().to_owned(),
                inputs: inputs.map(|(name, _)| name.clone()).collect(),
            }
        }));
    }
    Ok(calls)
}

impl Call {
    /// What no longer fits, each with its fix. The `previous` schemas say which operation has another id.
    pub(super) fn problems(
        &self,
        schemas: &Value,
        previous: &Value,
        renames: &Renames,
    ) -> Vec<String> {
        let Self {
            place,
            operation,
            inputs,
        } = self;
        let Some(schema) = schemas["operations"].get(operation) else {
            let fix = match renamed(operation, schemas, previous) {
                Some(id) => format!("it is `{id}` now: rename it"),
                None => "remove the step, or call another one".to_owned(),
            };
            return vec![format!(
                "{place}: there is no operation `{operation}`; {fix}"
            )];
        };
        let declared = &schema["input"];
        let unknown = inputs
            .iter()
            .filter(|name| declared["properties"].get(name.as_str()).is_none());
        let unknown = unknown.map(|name| {
            let hint = renames.hint(&folded(operation), name);
            format!("{place}: `{operation}` has no input `{name}`: {hint}remove it")
        });
        let required = declared["required"].as_array().into_iter().flatten();
        let required = required.filter_map(Value::as_str);
        let lacking = required.filter(|name| inputs.iter().all(|other| other != name));
        let lacking = lacking
            .map(|name| format!("{place}: `{operation}` requires the input `{name}`: add it"));
        unknown.chain(lacking).collect()
    }
}
