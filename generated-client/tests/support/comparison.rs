//! Compares requests and decoded responses with their recordings.

use std::collections::BTreeSet;
use std::fmt::Debug;

use botpress_runtime::Error;
use botpress_runtime::runtime::reqwest::header::HeaderValue;
use botpress_runtime::runtime::{ErrorKind, JsonCallError, Timestamp, Value};
use serde_json::Map;

use super::replay::{Recording, Request, Response};

/// An error describes the difference.
pub(crate) type Check = Result<(), String>;

/// The headers that the settings of a client determine.
pub(crate) const HEADERS: [&str; 4] = [
    "authorization",
    "x-bot-id",
    "x-integration-id",
    "x-integration-alias",
];

/// Checks that the client sent one request, the recorded one.
pub(crate) fn same_request(recorded: &Request, sent: &[Request]) -> Check {
    let [sent] = sent else {
        return Err(format!("{} requests instead of one", sent.len()));
    };
    same("method", &recorded.method, &sent.method)?;
    same("path", &recorded.path, &sent.path)?;
    same("query", &recorded.query, &sent.query)?;
    for name in HEADERS {
        same(name, &recorded.headers.get(name), &sent.headers.get(name))?;
    }
    same_body(recorded, sent)
}

fn same_body(recorded: &Request, sent: &Request) -> Check {
    // The official client sends `{}` with every DELETE, although the document declares no body.
    let none = recorded.body.is_empty() || (recorded.method == "DELETE" && recorded.body == "{}");
    if none {
        return same("body", "", sent.body.as_str());
    }
    let content_type = sent.headers.get("content-type").map(String::as_str);
    same("content-type", &Some("application/json"), &content_type)?;
    match (json(&recorded.body), json(&sent.body)) {
        (Some(recorded), Some(sent)) => same_json("body", &recorded, &sent),
        _ => same("body", &recorded.body, &sent.body),
    }
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
            same_json("response", &expected, &response)
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

/// Compares JSON by meaning: numbers by value, timestamps as instants.
fn same_json(at: &str, recorded: &Value, actual: &Value) -> Check {
    match (recorded, actual) {
        (Value::Object(recorded), Value::Object(actual)) => {
            let names =
                |object: &Map<String, Value>| object.keys().cloned().collect::<BTreeSet<_>>();
            let what = format!("members of {at}");
            same(&what, &names(recorded), &names(actual))?;
            for (name, recorded) in recorded {
                same_json(&format!("{at}.{name}"), recorded, &actual[name])?;
            }
            Ok(())
        }
        (Value::Array(recorded), Value::Array(actual)) if recorded.len() == actual.len() => {
            for (index, (recorded, actual)) in recorded.iter().zip(actual).enumerate() {
                same_json(&format!("{at}[{index}]"), recorded, actual)?;
            }
            Ok(())
        }
        _ if recorded.is_number() && recorded.as_f64() == actual.as_f64() => Ok(()),
        _ if instant(recorded).is_some() && instant(recorded) == instant(actual) => Ok(()),
        _ => same(at, recorded, actual),
    }
}

fn instant(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn remove(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, name) = pointer.rsplit_once('/')?;
    value.pointer_mut(parent)?.as_object_mut()?.remove(name)
}
