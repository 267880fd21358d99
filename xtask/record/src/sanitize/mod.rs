//! Takes everything private out of a recording, by what the document says about each value.

mod instants;
mod placeholders;
mod values;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::document::{Document, Operation};
use crate::scenario::{Scenario, Text};
use crate::wire::Wire;
use instants::Instants;
use placeholders::{Placeholders, neutral};
use values::Sanitizer;

/// The headers of requests that are kept, unless the document describes them.
const REQUEST_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];
/// The headers of responses that are kept.
const RESPONSE_HEADERS: [&str; 2] = ["content-type", "retry-after"];
/// The media types that are kept. Others say more than that a body is something else.
const MEDIA_TYPES: [&str; 5] = [
    "application/json",
    "text/plain",
    "text/html",
    "text/event-stream",
    "application/octet-stream",
];

/// The exchanges of a scenario without anything private.
pub fn sanitize(exchanges: &[Wire], scenario: &Scenario, document: &Document) -> Result<Vec<Wire>> {
    let mut placeholders = Placeholders::default();
    let mut instants = Instants::default();
    let mut sent = BTreeSet::new();
    for step in &scenario.steps {
        collect(&Value::Object(step.input.clone()), &mut sent);
    }
    let properties = document.properties();
    let mut run = |is_last: bool| {
        let sanitized = exchanges.iter().map(|wire| {
            let operation = document.operation(&wire.operation);
            let operation =
                operation.with_context(|| format!("no operation `{}`", wire.operation))?;
            let sanitizer = Sanitizer {
                placeholders: &mut placeholders,
                instants: &mut instants,
                sent: &sent,
                properties: &properties,
                unknown: Vec::new(),
                paging: operation
                    .paging()
                    .map(|(token, next)| (token.to_owned(), next)),
            };
            Ok(exchange(sanitizer, operation, document, wire))
        });
        let exchanges = sanitized.collect::<Result<Vec<_>>>()?;
        if !is_last {
            instants.settle();
        }
        Ok::<_, anyhow::Error>(exchanges)
    };
    // The first run finds all ids and instants, so that the second one recognises them everywhere.
    run(false)?;
    run(true)
}

fn collect(value: &Value, strings: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            if let Text::Plain(text) = Text::of(text) {
                strings.insert(text);
            }
        }
        Value::Number(number) => drop(strings.insert(number.to_string())),
        Value::Array(items) => items.iter().for_each(|item| collect(item, strings)),
        Value::Object(members) => {
            for (name, value) in members {
                strings.insert(name.clone());
                collect(value, strings);
            }
        }
        _ => {}
    }
}

fn exchange(
    mut sanitizer: Sanitizer<'_>,
    operation: Operation<'_>,
    document: &Document,
    wire: &Wire,
) -> Wire {
    let template: Vec<&str> = operation.path.split('/').skip(1).collect();
    let path = wire.path.iter().enumerate().map(|(index, segment)| {
        let expected = template.get(index).copied().unwrap_or_default();
        let name = expected
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        match name {
            None if expected == segment => segment.clone(),
            None => neutral(segment),
            Some(name) => {
                let schema = operation.parameter("path", name);
                sanitizer.text(schema.as_ref(), segment)
            }
        }
    });
    let path = path.collect();
    let query = wire
        .query
        .iter()
        .map(|(name, value)| sanitizer.parameter(operation, name, value));
    let query = query.collect();
    let headers = wire.headers.iter().filter_map(|(name, value)| {
        let schema = operation.parameter("header", name);
        let is_kept = REQUEST_HEADERS.contains(&name.as_str()) || schema.is_some();
        let value = match name.as_str() {
            "authorization" => "Bearer test-token-0001".to_owned(),
            "accept" => "application/json".to_owned(),
            "content-type" => media_type(value),
            _ => sanitizer.text(schema.as_ref(), value),
        };
        is_kept.then(|| (name.clone(), value))
    });
    let headers = headers.collect();
    let response_headers = wire.response_headers.iter().filter_map(|(name, value)| {
        let is_kept = RESPONSE_HEADERS.contains(&name.as_str());
        let value = match name.as_str() {
            "content-type" => media_type(value),
            _ => value.parse::<u16>().ok()?.to_string(),
        };
        is_kept.then(|| (name.clone(), value))
    });
    let response_headers = response_headers.collect();
    let body = sanitizer.body(operation.request().as_ref(), &wire.body, false);
    let schema = operation.response(wire.status);
    let response_body = sanitizer.body(schema.as_ref(), &wire.response_body, wire.status < 400);
    Wire {
        operation: wire.operation.clone(),
        step: wire.step,
        method: wire.method.clone(),
        base_url: document.server().to_owned(),
        path,
        query,
        headers,
        body,
        status: wire.status,
        response_headers,
        response_body,
        unknown: sanitizer.unknown,
    }
}

fn media_type(value: &str) -> String {
    let essence = value.split(';').next().unwrap_or_default().trim();
    let known = MEDIA_TYPES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(essence));
    known
        .copied()
        .unwrap_or("application/octet-stream")
        .to_owned()
}

/// An object with other members.
fn object(members: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(members.into_iter().collect::<Map<_, _>>())
}
