//! Values that a test makes from JSON, checked against the types of the document.

use std::any::{TypeId, type_name};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, StatusCode};
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::Reply;
use crate::client::{ErrorFixture, Reading, decode_json, expect_all_members, expect_listed};
use crate::model::json::to_text;
use crate::{ApiError, Binary, Error, ErrorKind, FromResponse, RawResponse, Request, Text};

/// Makes a value of a type of the API, which other crates cannot build with braces.
///
/// # Panics
///
/// If the JSON does not fit the type, or has members or values of enums that the document does not declare. The message has the
/// path.
#[track_caller]
pub fn value<T: Serialize + DeserializeOwned>(json: impl Serialize) -> T {
    let text = text_of(&json);
    let checked = expect_listed(|| decode_json::<T>(&text));
    let checked = checked.and_then(|value| {
        expect_all_members(&text, &value)?;
        Ok(value)
    });
    // Not `unwrap_or_else`, because a panic in a closure has the line of the closure.
    match checked {
        Ok(value) => value,
        Err(problem) => panic!("not a `{}`: {problem}", short_name(type_name::<T>())),
    }
}

/// Makes the error of an operation whose service responds with this status and body, without headers. For an error with headers,
/// such as `retry-after`, make a call of a [`Service`](super::Service) whose rule has them.
///
/// # Panics
///
/// If the body does not fit the type of the operation's errors, if it states another status, or if it has members or values of
/// enums that the document does not declare.
#[track_caller]
pub fn error<R: Request>(status: u16, body: impl Serialize) -> Error<R::Error> {
    Error::new(R::OPERATION, ErrorKind::Api(api_error::<R>(status, &body)))
}

/// A reply with the JSON of a successful response.
#[track_caller]
pub(super) fn response<R: Request<Response: Serialize>>(
    status: u16,
    body: &(impl Serialize + ?Sized),
) -> Reply {
    // Not `unwrap_or_else`, because a panic in a closure has the line of the closure.
    match try_response::<R>(status, body) {
        Ok(reply) => reply,
        Err(problem) => panic!("{problem}"),
    }
}

/// The same, or the problem.
#[track_caller]
pub(super) fn try_response<R: Request<Response: Serialize>>(
    status: u16,
    body: &(impl Serialize + ?Sized),
) -> Result<Reply, String> {
    let id = R::OPERATION.id();
    let http_status = http_status(status);
    if !R::OPERATION.is_success(http_status) {
        return Err(format!(
            "{status} is not a success of `{id}`; `respond_error` makes errors"
        ));
    }
    if R::Response::reading(status) == Reading::AsStream {
        return Err(format!(
            "the response of `{id}` is a stream; `Reply` has its events or chunks"
        ));
    }
    let is_response = |ty| ty == TypeId::of::<R::Response>();
    let mut others = [TypeId::of::<Text>(), TypeId::of::<Binary>()].into_iter();
    if others.any(is_response) {
        return Err(format!(
            "the response of `{id}` is not JSON; `Reply::new({status}).chunk(…)` has its content"
        ));
    }
    let text = text_of(body);
    let is_empty = text == b"null" && is_response(TypeId::of::<()>());
    let decoded = expect_listed(|| R::decode(&raw_response(http_status, text.clone())));
    let checked = decoded.and_then(|value| expect_all_members(&text, &value));
    checked.map_err(|problem| format!("not a response of `{id}`: {problem}"))?;
    let reply = Reply::new(status);
    Ok(if is_empty {
        reply
    } else {
        reply.json_text(text)
    })
}

/// A reply with the JSON of an error response.
#[track_caller]
pub(super) fn error_response<R: Request>(status: u16, body: &(impl Serialize + ?Sized)) -> Reply {
    let error = api_error::<R>(status, body);
    Reply::new(status).json_text(error.response().body().to_vec())
}

#[track_caller]
fn api_error<R: Request>(status: u16, body: &(impl Serialize + ?Sized)) -> ApiError<R::Error> {
    let id = R::OPERATION.id();
    let http_status = http_status(status);
    assert!(
        !R::OPERATION.is_success(http_status),
        "{status} is a success of `{id}`; `respond` makes responses"
    );
    let mut response = raw_response(http_status, text_of(body));
    let fixture = ErrorFixture::default();
    response.fixture = Some(fixture.clone());
    let error: ApiError<R::Error> = ApiError::new(response);
    let problem = fixture.problem().or_else(|| match error.body() {
        None => Some(format!(
            "the document declares no JSON for it; `Reply::new({status})` has any body"
        )),
        Some(_) if error.status() != status => Some(format!(
            "the body states status {} instead of {status}",
            error.status()
        )),
        Some(_) => None,
    });
    if let Some(problem) = problem {
        panic!("not an error of `{id}`: {problem}");
    }
    error
}

/// The name of a type without the paths, which may be private.
fn short_name(name: &str) -> String {
    let is_path = |char: char| char == ':' || char == '_' || char.is_alphanumeric();
    let parts = name.split_inclusive(|char| !is_path(char));
    parts.filter_map(|part| part.rsplit("::").next()).collect()
}

fn raw_response(status: StatusCode, text: Vec<u8>) -> RawResponse {
    let json = HeaderValue::from_static("application/json");
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, json)]);
    RawResponse::new(status, headers, Bytes::from(text))
}

#[track_caller]
pub(super) fn text_of(value: &(impl Serialize + ?Sized)) -> Vec<u8> {
    match to_text(value) {
        Ok(text) => text,
        Err(error) => panic!("cannot be written as JSON: {error}"),
    }
}

#[track_caller]
pub(super) fn http_status(status: u16) -> StatusCode {
    let Ok(valid) = StatusCode::from_u16(status) else {
        panic!("{status} is not an HTTP status");
    };
    valid
}
