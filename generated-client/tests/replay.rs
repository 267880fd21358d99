//! Replays every recording through the public API. The service compares the request that the client sends with the recorded
//! one, and the test compares headers, and the decoded response, encoded again, with the recorded response.
//!
//! It calls operations by name, so that it needs no change when an operation comes or goes.

#[path = "support/comparison.rs"]
mod comparison;
#[path = "support/recordings.rs"]
mod recordings;

use std::collections::HashSet;

use botpress_runtime::operations;
use botpress_runtime::runtime::{
    ErrorKind, JsonCallError, NamedOperation, Operation, RetryPolicy, Value,
};
use botpress_runtime::testing::Service;
use botpress_runtime::types::{ErrorType, ServiceError};
use comparison::{Check, HEADERS, same_request, same_response};
use recordings::{Recording, Request};
use serde_json::json;

/// Every status that the service uses for errors.
const ERRORS: [u16; 13] = [
    400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 429, 500, 504,
];

#[tokio::test]
async fn every_recording_replays() {
    let mut problems = Vec::new();
    let mut succeeding = HashSet::new();
    let mut statuses = HashSet::new();
    for recording in Recording::read_all() {
        let named = operation(&recording.request);
        let moved = moved(&recording).filter(|_| named.is_none());
        statuses.insert(recording.response.status);
        if recording.response.is_success() {
            succeeding.extend(named.map(NamedOperation::operation).or(moved));
        }
        let check = match named {
            Some(named) => replay(named, &recording).await,
            None => Err(match moved {
                Some(operation) => {
                    let (method, path) = (operation.method(), operation.path());
                    format!("its operation moved: change `method` and `url` to {method} {path}")
                }
                None => "no operation has its method and path: change `method` and `url` if it moved, or remove it".to_owned(),
            }),
        };
        if let Err(problem) = check {
            problems.push(format!("{}: {problem}", recording.name));
        }
    }
    let all = operations().iter().map(NamedOperation::operation);
    for operation in all.filter(|operation| !succeeding.contains(operation)) {
        problems.push(format!(
            "{}: no recording of a success; `cargo xtask recordings --missing` writes one to complete",
            operation.id()
        ));
    }
    for status in ERRORS.iter().filter(|status| !statuses.contains(status)) {
        problems.push(format!("status {status}: no recording"));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

async fn replay(named: &NamedOperation, recording: &Recording) -> Check {
    let input = flat_input(named, &recording.request)?;
    let service = Service::from_har(&recording.har).map_err(|error| error.to_string())?;
    let service = service.unmatched_as_errors();
    // The client sends no header for an empty setting.
    let [authorization, bot_id, integration_id, integration_alias] = HEADERS.map(|name| {
        recording
            .request
            .headers
            .get(name)
            .cloned()
            .unwrap_or_default()
    });
    let client = service
        .builder()
        .token(authorization.trim_start_matches("Bearer "))
        .bot_id(&bot_id)
        .integration_id(&integration_id)
        .integration_alias(&integration_alias)
        // A retry would need a second recording.
        .retry(RetryPolicy::none())
        .build()
        .map_err(|error| error.to_string())?;
    let result = client.call_json(named.operation().id(), input).await;
    let result = match result {
        // The service names the difference.
        Err(JsonCallError::Call(error)) if matches!(error.kind(), ErrorKind::Config(_)) => {
            return Err(error.to_string());
        }
        result => result,
    };
    match &service.requests()[..] {
        [sent] => same_request(&recording.request, sent)?,
        sent => {
            return Err(format!(
                "{} requests instead of one: {result:?}",
                sent.len()
            ));
        }
    }
    same_response(recording, result)
}

/// The operation of a request: the one with the fewest path parameters of those whose path template matches.
fn operation(request: &Request) -> Option<&'static NamedOperation> {
    let of_request = |named: &&NamedOperation| {
        let operation = named.operation();
        let mut pairs = segments(operation).zip(&request.path);
        operation.method().as_str() == request.method
            && segments(operation).count() == request.path.len()
            && pairs.all(|(expected, segment)| parameter(expected).is_some() || expected == segment)
    };
    let parameters = |named: &&NamedOperation| {
        let segments = segments(named.operation());
        segments.filter_map(parameter).count()
    };
    operations()
        .iter()
        .filter(of_request)
        .min_by_key(parameters)
}

/// The operation that the file is named for.
fn moved(recording: &Recording) -> Option<Operation> {
    let (file, _) = recording.name.split_once(".har, ")?;
    let id = file.rsplit(['/', '\\']).next()?;
    let mut all = operations().iter().map(NamedOperation::operation);
    all.find(|operation| operation.id() == id)
}

fn segments(operation: Operation) -> impl Iterator<Item = &'static str> {
    operation.path().split('/').skip(1)
}

/// `id`, of the segment `{id}`.
fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The inputs of a request: parameters and properties of the body in one object, under their names in the schema of the input.
fn flat_input(named: &NamedOperation, request: &Request) -> Result<Value, String> {
    let schema = named.input_schema();
    let mut input = json!({});
    for (template, value) in segments(named.operation()).zip(&request.path) {
        if let Some(name) = parameter(template) {
            let name = qualified(&schema, "path", name);
            input[&name] = typed(&schema, &name, value);
        }
    }
    for (name, values) in &request.query {
        let whole = qualified(&schema, "query", name);
        let is_declared = schema["properties"].get(&whole).is_some();
        match (name.split_once('.').filter(|_| !is_declared), &values[..]) {
            (Some((object, key)), [value]) => {
                input[qualified(&schema, "query", object)][key] = json!(value);
            }
            (_, [value]) => input[&whole] = typed(&schema, &whole, value),
            (_, values) => input[&whole] = json!(values),
        }
    }
    for (name, value) in &request.headers {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let of_header = |input: &&String| {
            let name_of_input = input.strip_prefix("header.").unwrap_or(input);
            name_of_input.eq_ignore_ascii_case(name)
        };
        if let Some(name) = properties.map(|(name, _)| name).find(of_header) {
            input[name] = typed(&schema, name, value);
        }
    }
    if request.body.is_empty() {
        return Ok(input);
    }
    let body: Value = serde_json::from_str(&request.body)
        .map_err(|error| format!("the recorded body is not JSON: {error}"))?;
    match body {
        // `body` is the whole body, or a property of it.
        Value::Object(members)
            if schema["properties"].get("body").is_none() || members.contains_key("body") =>
        {
            for (name, value) in members {
                input[qualified(&schema, "body", &name)] = value;
            }
        }
        body => input["body"] = body,
    }
    Ok(input)
}

/// The name of an input: `path.id` instead of `id`, where other inputs have the same name.
fn qualified(schema: &Value, location: &str, name: &str) -> String {
    let qualified = format!("{location}.{name}");
    let is_declared = schema["properties"].get(&qualified).is_some();
    if is_declared {
        qualified
    } else {
        name.to_owned()
    }
}

/// The value of a parameter that was sent as text.
fn typed(schema: &Value, name: &str, text: &str) -> Value {
    let property = &schema["properties"][name];
    let declared = |wanted: &str| match &property["type"] {
        Value::Array(types) => types.iter().any(|name| name == wanted),
        name => name == wanted,
    };
    if declared("array") {
        return json!([text]);
    }
    let is_scalar = ["integer", "number", "boolean"].into_iter().any(declared);
    let scalar = is_scalar.then(|| serde_json::from_str(text).ok());
    scalar.flatten().unwrap_or_else(|| json!(text))
}

/// Each type of error that the service uses has its own variant.
#[test]
fn known_error_types_have_variants() {
    for recording in Recording::read("constructed/errors.har") {
        let error: ServiceError = serde_json::from_str(&recording.response.body).unwrap();
        let typed = !matches!(error.type_, ErrorType::Unlisted(_));
        assert!(typed, "{}: {:?}", recording.name, error.type_);
    }
}
