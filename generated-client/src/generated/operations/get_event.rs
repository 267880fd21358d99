// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/events/{id}`

use crate::types::{Event, EventId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_event`](crate::Client::get_event).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetEvent {
    /// Id of the event to return.
    pub id: EventId,
}

impl GetEvent {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<EventId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetEvent {
    type Response = GetEventResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getEvent", "/v1/chat/events/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetEvent {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// The [`Event`](crate::types::Event) with the given id.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetEventResponse {
    /// Something that happened or was done.
    pub event: Event,
}

object!(GetEventResponse {
    required event: "event",
});
