// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/conversations/{id}`

use crate::types::{ConversationId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::delete_conversation`](crate::Client::delete_conversation).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteConversation {
    /// Id of the conversation to delete.
    pub id: ConversationId,
}

impl DeleteConversation {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DeleteConversation {
    type Response = DeleteConversationResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::delete("deleteConversation", "/v1/chat/conversations/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DeleteConversation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// Empty: the conversation no longer exists.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteConversationResponse {}

object!(DeleteConversationResponse {});
