// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/events/scheduled/{id}`

use crate::types::{EventId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::cancel_scheduled_event`](crate::Client::cancel_scheduled_event).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelScheduledEvent {
    /// Id of the event to cancel.
    pub id: EventId,
}

impl CancelScheduledEvent {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<EventId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for CancelScheduledEvent {
    type Response = CancelScheduledEventResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::delete("cancelScheduledEvent", "/v1/chat/events/scheduled/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CancelScheduledEvent {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// Empty: the event is no longer going to be sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelScheduledEventResponse {}

object!(CancelScheduledEventResponse {});
