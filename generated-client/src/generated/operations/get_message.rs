// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/messages/{id}`

use crate::types::{Message, MessageId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_message`](crate::Client::get_message).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMessage {
    /// Id of the message to return.
    pub id: MessageId,
}

impl GetMessage {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<MessageId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetMessage {
    type Response = GetMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getMessage", "/v1/chat/messages/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// The [`Message`](crate::types::Message) with the given id.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetMessageResponse {
    /// A message of a user in a [`Conversation`](crate::types::Conversation).
    pub message: Message,
}

object!(GetMessageResponse {
    required message: "message",
});
