// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/conversations/{id}/participants/{userId}`

use crate::types::{ConversationId, ServiceError, User, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_participant`](crate::Client::get_participant).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetParticipant {
    /// Id of the conversation.
    pub id: ConversationId,
    /// Id of the participant, who is a user.
    pub user_id: UserId,
}

impl GetParticipant {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>, user_id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            user_id: user_id.into(),
        }
    }
}

impl Request for GetParticipant {
    type Response = GetParticipantResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get(
        "getParticipant",
        "/v1/chat/conversations/{id}/participants/{userId}",
    );

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.path("userId", &self.user_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetParticipant {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            user_id: input.required("userId")?,
        })
    }
}

/// The participant, which is a [`User`](crate::types::User).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetParticipantResponse {
    /// Someone who interacts with the bot through one integration.
    pub participant: User,
}

object!(GetParticipantResponse {
    required participant: "participant",
});
