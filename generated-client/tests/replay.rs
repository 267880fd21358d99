//! Replays every recording through the public API. The service compares the request that the client sends with the recorded
//! one, and the test compares headers, and the decoded response, encoded again, with the recorded response.
//!
//! It calls operations by name, so that it needs no change when an operation comes or goes.

#[path = "support/comparison.rs"]
mod comparison;
#[path = "support/recordings.rs"]
mod recordings;
#[path = "support/request.rs"]
mod request;

use std::collections::HashSet;

use botpress_runtime::operations;
use botpress_runtime::runtime::{
    ErrorKind, JsonCallError, JsonObject, NamedOperation, Operation, RetryPolicy,
};
use botpress_runtime::testing::Service;
use botpress_runtime::types::{ErrorType, ServiceError};
use comparison::{Check, HEADERS, same_request, same_response};
use recordings::Recording;
use request::{Request, flat_input, parameter, segments};
use serde_json::json;

/// Every status that the service uses for errors.
const ERRORS: [u16; 13] = [
    400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 429, 500, 504,
];

#[tokio::test]
async fn every_recording_replays() {
    let mut problems = Vec::new();
    let mut statuses = HashSet::new();
    for recording in Recording::read_all() {
        let named = operation(&recording.request);
        let moved = moved(&recording).filter(|_| named.is_none());
        statuses.insert(recording.response.status);
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
    for status in ERRORS.iter().filter(|status| !statuses.contains(status)) {
        problems.push(format!("status {status}: no recording"));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

async fn replay(named: &NamedOperation, recording: &Recording) -> Check {
    let input = flat_input(named, &recording.request)?;
    let service = Service::from_har(&recording.har).map_err(|error| error.to_string())?;
    let service = service.unmatched_as_errors();
    let headers = HEADERS.iter().filter_map(|(header, setting)| {
        let value = recording.request.headers.get(*header)?;
        let value = value.trim_start_matches("Bearer ");
        Some(((*setting).to_owned(), json!(value)))
    });
    // Settings that the API requires and the recording does not have are placeholders.
    let client = service
        .builder()
        .with_settings(&headers.collect::<JsonObject>())
        .map_err(|error| error.to_string())?
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

/// Each type of error that the service uses has its own variant.
#[test]
fn known_error_types_have_variants() {
    for recording in Recording::read("constructed/errors.har") {
        let error: ServiceError = serde_json::from_str(&recording.response.body).unwrap();
        let typed = !matches!(error.type_, ErrorType::Unlisted(_));
        assert!(typed, "{}: {:?}", recording.name, error.type_);
    }
}
