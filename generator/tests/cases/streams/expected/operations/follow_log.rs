// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /log`

use crate::types::Waiting;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{EventStream, Operation, Request, Text, Value};

/// Inputs of [`Client::follow_log`](crate::Client::follow_log).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FollowLog {}

impl FollowLog {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for FollowLog {
    type Response = FollowLogResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::get("followLog", "/log");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/event-stream, application/json");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for FollowLog {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}

/// The responses of [`Client::follow_log`](crate::Client::follow_log), by status.
#[derive(Debug)]
#[non_exhaustive]
pub enum FollowLogResponse {
    /// Status 200: Lines of text.
    Ok(EventStream<Text>),
    /// Status 202: There is no log yet.
    Accepted(Waiting),
    /// Status 204: There is no log.
    NoContent(()),
}

responses!(FollowLogResponse {
    200 => Ok(EventStream<Text>),
    202 => Accepted(Waiting),
    204 => NoContent(()),
});
