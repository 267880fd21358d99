// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/conversations/{id}/participants/{userId}`

use crate::types::{ConversationId, ServiceError, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::remove_participant`](crate::Client::remove_participant).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveParticipant {
    /// Id of the conversation that loses the participant.
    pub id: ConversationId,
    /// Id of the user to remove.
    pub user_id: UserId,
}

impl RemoveParticipant {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>, user_id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            user_id: user_id.into(),
        }
    }
}

impl Request for RemoveParticipant {
    type Response = RemoveParticipantResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::delete(
        "removeParticipant",
        "/v1/chat/conversations/{id}/participants/{userId}",
    );

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.path("userId", &self.user_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for RemoveParticipant {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            user_id: input.required("userId")?,
        })
    }
}

/// Empty: the user no longer participates.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveParticipantResponse {}

object!(RemoveParticipantResponse {});
