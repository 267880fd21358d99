//! Compares requests and decoded responses with their recordings.

use std::fmt::Debug;

use botpress_runtime::Error;
use botpress_runtime::runtime::reqwest::header::HeaderValue;
use botpress_runtime::runtime::{ErrorKind, JsonCallError, Value};
use botpress_runtime::testing::{SentRequest, json_differences};

use super::recordings::{Recording, Response};
use super::request::Request;

/// An error describes the difference.
pub(crate) type Check = Result<(), String>;

/// The headers that settings of a client determine, and their settings.
pub(crate) const HEADERS: [(&str, &str); 4] = [
    ("authorization", "token"),
    ("x-bot-id", "botId"),
    ("x-integration-id", "integrationId"),
    ("x-integration-alias", "integrationAlias"),
];

/// Checks what the service does not compare: the headers, and details of the form of the request.
pub(crate) fn same_request(recorded: &Request, sent: &SentRequest) -> Check {
    for (name, _) in HEADERS {
        if let Some(header) = recorded.headers.get(name) {
            same(name, &Some(header.as_str()), &sent.header(name))?;
        }
    }
    // This service requires `%20` for a space.
    if let Some(query) = sent.url.query().filter(|query| query.contains('+')) {
        return Err(format!("a space is sent as a plus: {query}"));
    }
    // The official client sends `{}` with every DELETE, although the document declares no body.
    let has_body = !recorded.body.is_empty() && recorded.method != "DELETE";
    same("presence of a body", &has_body, &!sent.body.is_empty())?;
    let content_type = has_body.then_some("application/json");
    same("content-type", &content_type, &sent.header("content-type"))
}

/// Checks that the result of a call corresponds to the recorded response.
pub(crate) fn same_response(recording: &Recording, result: Result<Value, JsonCallError>) -> Check {
    let response = &recording.response;
    match (response.is_success(), json(&response.body), result) {
        (true, Some(mut expected), Ok(response)) => {
            for pointer in &recording.unknown {
                remove(&mut expected, pointer)
                    .ok_or_else(|| format!("the recorded response has no {pointer}"))?;
            }
            let differences = json_differences(&expected, &response);
            let first = differences.into_iter().next();
            first.map_or(Ok(()), |first| Err(format!("the response has {first}")))
        }
        (true, None, Ok(Value::Null)) if response.body.is_empty() => Ok(()),
        (true, None, Err(JsonCallError::Call(error))) => undecodable(response, &error),
        (false, body, Err(JsonCallError::Call(error))) => {
            same_error(response, &body.unwrap_or_default(), &error)
        }
        (_, _, Ok(response)) => Err(format!("the call succeeded, with {response}")),
        (_, _, Err(error)) => Err(format!("the call failed: {error}")),
    }
}

/// Checks that a success that is not JSON is an error with the raw body.
fn undecodable(response: &Response, error: &Error<Value>) -> Check {
    match error.kind() {
        ErrorKind::Decode { response: raw, .. } => {
            let kept = raw.body();
            same("raw body", response.body.as_bytes(), kept)
        }
        _ => Err(format!("not a decode error: {error}")),
    }
}

/// Checks that the error has the status, the headers and the raw body, and that its text has the type and message of the body.
fn same_error(response: &Response, body: &Value, error: &Error<Value>) -> Check {
    let Some(api) = error.api() else {
        return Err(format!("not an error of the service: {error}"));
    };
    // The status in the body takes precedence over the HTTP status.
    let stated = body.get("code").or(body.get("status"));
    let status = stated.map_or(response.status.into(), Value::clone);
    same("status", &status, &api.status().into())?;
    same("HTTP status", &response.status, &api.http_status().as_u16())?;
    same("raw body", response.body.as_str(), &api.text())?;
    for (name, value) in &response.headers {
        let kept = api.headers().get(name).map(HeaderValue::as_bytes);
        same(name, &Some(value.as_bytes()), &kept)?;
    }
    let text = error.to_string();
    for member in ["type", "message", "description"] {
        if let Some(word) = body[member].as_str().filter(|word| !text.contains(word)) {
            return Err(format!("the error says `{text}`, without `{word}`"));
        }
    }
    Ok(())
}

fn same<T: PartialEq + Debug + ?Sized>(subject: &str, recorded: &T, actual: &T) -> Check {
    if recorded == actual {
        return Ok(());
    }
    Err(format!(
        "{subject}\n    recorded: {recorded:?}\n    actual:   {actual:?}"
    ))
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn remove(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    value.pointer_mut(parent)?.as_object_mut()?.remove(name)
}
