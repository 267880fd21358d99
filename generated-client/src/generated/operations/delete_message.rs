// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/messages/{id}`

use crate::types::{MessageId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::delete_message`](crate::Client::delete_message).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMessage {
    /// Id of the message to delete.
    pub id: MessageId,
}

impl DeleteMessage {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<MessageId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DeleteMessage {
    type Response = DeleteMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::delete("deleteMessage", "/v1/chat/messages/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DeleteMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// Empty: the message no longer exists.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMessageResponse {}

object!(DeleteMessageResponse {});
