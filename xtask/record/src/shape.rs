//! The shape of what a service answers, compared with the document: the one check that looks at the service.

use std::collections::BTreeSet;

use openapi_rust_client::internal::one_line;
use serde_json::{Value, json};

use crate::document::{Document, Operation, Schema};
use crate::wire::Wire;

/// The beginnings of headers that servers and proxies add to any response, and of those that the client reads without a
/// description.
const ORDINARY: &str = "
    accept- access-control- age allow alt-svc cache-control cf- connection content- cross-origin- date etag expires keep-alive
    last-modified link location nel origin-agent-cluster permissions-policy pragma ratelimit- referrer-policy report-to
    reporting-endpoints retry-after server set-cookie strict-transport-security transfer-encoding vary via x-amz x-cache
    x-content-type-options x-dns-prefetch-control x-download-options x-envoy- x-frame-options x-permitted-cross-domain-policies
    x-powered-by x-ratelimit- x-request-id x-xss-protection
";

/// What answers have that the document does not describe, and the other way round. Each with an overlay action, or with
/// what to do.
pub fn news(exchanges: &[Wire], document: &Document) -> BTreeSet<String> {
    let mut news = BTreeSet::new();
    for wire in exchanges {
        let Some(operation) = document.operation(&wire.operation) else {
            continue;
        };
        if !operation.describes(wire.status) {
            news.insert(undescribed(&operation, wire.status));
        }
        compare_headers(&operation, wire, &mut news);
        let schema = operation.response(wire.status);
        match (schema, serde_json::from_slice(&wire.response_body)) {
            (Some(schema), Ok(value)) => compare(&schema, &value, &mut news),
            (Some(_), Err(_)) => {
                let (id, status) = (operation.id, wire.status);
                news.insert(format!(
                    "{id}: the body of a response with the status {status} is not JSON; correct its `content` in the overlay"
                ));
            }
            (None, _) => {}
        }
    }
    news
}

/// A status. The overlay action gives a success the description of another one.
fn undescribed(operation: &Operation<'_>, status: u16) -> String {
    let message = format!(
        "{}: the document does not describe the status {status}",
        operation.id
    );
    let success = operation
        .success(status)
        .map(|(_, success)| success.clone());
    let response = success.unwrap_or_else(|| json!({"description": "What the status means."}));
    let update = json!({status.to_string(): response});
    message + &action(&operation.json_path("responses"), &update)
}

/// Compares the headers of a response with those that the document describes for it.
fn compare_headers(operation: &Operation<'_>, wire: &Wire, news: &mut BTreeSet<String>) {
    let (id, status) = (operation.id, wire.status);
    let described = operation.headers(status);
    let sent = &wire.response_headers;
    for (name, is_required) in &described {
        let is_sent = sent.iter().any(|(sent, _)| sent.eq_ignore_ascii_case(name));
        if *is_required && !is_sent {
            news.insert(format!(
                "{id}: a response with the status {status} lacks the required header `{name}`; set its `required` to false in the overlay"
            ));
        }
    }
    for (name, value) in sent {
        let name = name.to_ascii_lowercase();
        let is_described = described
            .iter()
            .any(|(known, _)| known.eq_ignore_ascii_case(&name));
        let mut ordinary = ORDINARY.split_whitespace();
        if !is_described && !ordinary.any(|ordinary| name.starts_with(ordinary)) {
            news.insert(format!(
                "responses have a header `{name}`, which the document does not describe; add it to their `headers` in the overlay, or to \
                 `ORDINARY` in xtask/record/src/shape.rs if any server may send it"
            ));
        }
        if name == "content-type" && !wire.response_body.is_empty() {
            news.extend(other_media_type(operation, status, value));
        }
    }
}

fn other_media_type(operation: &Operation<'_>, status: u16, sent: &str) -> Option<String> {
    let essence = |media_type: &str| {
        let essence = media_type.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    };
    let sent = essence(sent);
    let described: Vec<_> = operation
        .media_types(status)
        .into_iter()
        .map(essence)
        .collect();
    let is_known = described.iter().any(|known| match known.strip_suffix('*') {
        Some("*/") => true,
        Some(range) => sent.starts_with(range),
        None => *known == sent,
    });
    let is_other = !described.is_empty() && !is_known;
    is_other.then(|| {
        let (id, described) = (operation.id, described.join("`, `"));
        format!("{id}: a response with the status {status} is `{sent}`, the document describes `{described}`; add it to the `content` of the response in the overlay")
    })
}

fn compare(schema: &Schema<'_>, value: &Value, news: &mut BTreeSet<String>) {
    let schema = schema.nearest(value);
    if value.is_null() {
        if schema.keyword("nullable") != Some(&Value::Bool(true))
            && schema.keyword("type").is_some()
        {
            let update = json!({"nullable": true});
            news.insert(located("a value is null", &schema.path, &update));
        }
        return;
    }
    if !schema.has_type_of(value) {
        let expected = schema
            .keyword("type")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let update = json!({"type": type_of(value)});
        let message = format!(
            "a value of the type `{expected}` is of the type `{}`",
            type_of(value)
        );
        news.insert(located(&message, &schema.path, &update));
        return;
    }
    if let Some(Value::Array(known)) = schema.keyword("enum")
        && !schema.lists(value)
    {
        let message = format!(
            "there is a value {} besides {}",
            one_line(&value.to_string()),
            Value::from(known.clone())
        );
        news.insert(located(&message, &schema.path, &json!({"enum": [value]})));
    }
    match value {
        Value::Array(items) => {
            if let Some(schema) = schema.items() {
                for item in items {
                    compare(&schema, item, news);
                }
            }
        }
        Value::Object(members) => {
            let additional = schema.additional();
            for (name, member) in members {
                if let Some(property) = schema.property(name) {
                    compare(&property, member, news);
                } else if let Some(additional) = &additional {
                    compare(additional, member, news);
                } else if schema.has_properties() {
                    let message = format!("there is a member `{}`", one_line(name));
                    let update = json!({name: described(member)});
                    news.insert(located(
                        &message,
                        &format!("{}.properties", schema.path),
                        &update,
                    ));
                }
            }
            let missing = schema.required().into_iter();
            for (name, list) in missing.filter(|(name, _)| !members.contains_key(*name)) {
                news.insert(format!(
                    "{}: the required member `{name}` is missing; an overlay action for it:\n  - target: {list}[?@ == '{name}']\n    \
                     remove: true",
                    schema.path
                ));
            }
        }
        _ => {}
    }
}

fn located(message: &str, target: &str, update: &Value) -> String {
    format!("{target}: {message}{}", action(target, update))
}

fn action(target: &str, update: &Value) -> String {
    let update = one_line(&update.to_string());
    format!("; an overlay action for it:\n  - target: {target}\n    update: {update}")
}

/// A schema for a value.
fn described(value: &Value) -> Value {
    match value {
        Value::Null => json!({"nullable": true}),
        Value::Array(_) => json!({"type": "array", "items": {}}),
        other => json!({"type": type_of(other)}),
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
