// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/conversations/{id}`

use crate::types::{Conversation, ConversationId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_conversation`](crate::Client::get_conversation).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetConversation {
    /// Id of the conversation to return.
    pub id: ConversationId,
}

impl GetConversation {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetConversation {
    type Response = GetConversationResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getConversation", "/v1/chat/conversations/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetConversation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// The [`Conversation`](crate::types::Conversation) with the given id.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetConversationResponse {
    /// Messages that one or more users exchange.
    pub conversation: Conversation,
}

object!(GetConversationResponse {
    required conversation: "conversation",
});
