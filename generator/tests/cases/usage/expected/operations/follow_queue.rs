// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /queue/{name}`

use crate::usage::types::Price;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{EventStream, Operation, Request, Text, Value};

/// Inputs of [`Client::follow_queue`](crate::usage::Client::follow_queue).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FollowQueue {
    /// `name`
    pub name: String,
}

impl FollowQueue {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Request for FollowQueue {
    type Response = FollowQueueResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::get("followQueue", "/queue/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/event-stream, application/json");
        parts.path("name", &self.name);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for FollowQueue {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
        })
    }
}

/// The responses of [`Client::follow_queue`](crate::usage::Client::follow_queue), by status.
#[derive(Debug)]
#[non_exhaustive]
pub enum FollowQueueResponse {
    /// Status 200: The entries.
    Ok(EventStream<Text>),
    /// Status 202: There is none yet.
    Accepted(Price),
}

responses!(FollowQueueResponse {
    200 => Ok(EventStream<Text>),
    202 => Accepted(Price),
});
