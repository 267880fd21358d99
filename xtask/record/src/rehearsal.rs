//! A scenario without a service: the mistakes that would stop it in the middle.

use anyhow::{Context, Result, ensure};
use botpress_runtime::runtime::{InputError, JsonCallError};
use botpress_runtime::testing::Service;
use serde_json::{Map, Value};

use crate::document::{Document, Operation, Schema};
use crate::scenario::{Scenario, Step, Text, references};

/// In place of a kept value: a text that is an instant as well.
const KEPT: &str = "2024-01-01T00:00:00Z";

/// Fails if a call would not take its inputs, or if a value to keep is in no response that the document describes.
pub async fn rehearse(scenario: &Scenario, document: &Document) -> Result<()> {
    // It refuses each call, after the client has read the inputs.
    let service = Service::new().unmatched_as_errors();
    let client = service.client();
    for (step, number) in scenario.steps.iter().zip(1..) {
        let place = || format!("step {number}, {}", step.call);
        let input = Value::Object(filled_members(&step.input));
        if let Err(JsonCallError::Input { error, .. }) = client.call_json(&step.call, input).await
            && !is_about_kept(&error, step)
        {
            return Err(anyhow::Error::new(*error).context(place()));
        }
        if let Some(operation) = document.operation(&step.call) {
            check_kept(step, operation).with_context(place)?;
        }
    }
    Ok(())
}

/// Whether an error may be due to a value that stands for a kept one.
fn is_about_kept(error: &InputError, step: &Step) -> bool {
    let name = match error {
        InputError::Invalid { name, .. } => name,
        InputError::Body(error) => {
            let path = error.path().trim_start_matches(['$', '.']);
            path.split(['.', '[']).next().unwrap_or_default()
        }
        _ => return false,
    };
    let value = step.input.get(name);
    value.is_some_and(|value| !references(value).is_empty())
}

fn filled_members(members: &Map<String, Value>) -> Map<String, Value> {
    let members = members.iter();
    members
        .map(|(name, value)| (name.clone(), filled(value)))
        .collect()
}

/// The value with a text in place of kept values.
fn filled(value: &Value) -> Value {
    match value {
        Value::String(text) => match Text::of(text) {
            Text::Kept(_) => KEPT.into(),
            Text::Plain(text) => text.into(),
        },
        Value::Array(items) => items.iter().map(filled).collect(),
        Value::Object(members) => filled_members(members).into(),
        other => other.clone(),
    }
}

fn check_kept(step: &Step, operation: Operation<'_>) -> Result<()> {
    for (name, pointer) in &step.keep {
        let names = pointer.split('/').skip(1);
        let names = names.map(|name| name.replace("~1", "/").replace("~0", "~"));
        let names: Vec<String> = names.collect();
        let mut responses = (200..300).filter_map(|status| operation.response(status));
        ensure!(
            responses.any(|schema| may_have(&schema, &names)),
            "`{name}` keeps {pointer}, which no response has that the document describes"
        );
    }
    Ok(())
}

/// Whether a value of a schema may have what is at a path.
fn may_have(schema: &Schema<'_>, path: &[String]) -> bool {
    let Some((name, rest)) = path.split_first() else {
        return true;
    };
    let items = || schema.items().filter(|_| name.parse::<usize>().is_ok());
    let inner = schema.property(name).or_else(|| schema.additional());
    if let Some(inner) = inner.or_else(items) {
        return may_have(&inner, rest);
    }
    let alternatives = schema.alternatives();
    let is_leaf = schema.has_properties()
        || schema.items().is_some()
        || !schema.has_type_of(&Value::Object(Map::new()));
    alternatives.iter().any(|schema| may_have(schema, path)) || alternatives.is_empty() && !is_leaf
}
