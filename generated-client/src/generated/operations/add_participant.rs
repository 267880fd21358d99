// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/conversations/{id}/participants`

use crate::types::{ConversationId, ServiceError, User, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::add_participant`](crate::Client::add_participant).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddParticipant {
    /// Id of the conversation that gets the participant.
    pub id: ConversationId,
    /// Id of the user to add. 28 to 36 characters.
    pub user_id: UserId,
}

impl AddParticipant {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>, user_id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            user_id: user_id.into(),
        }
    }
}

impl Request for AddParticipant {
    type Response = AddParticipantResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("addParticipant", "/v1/chat/conversations/{id}/participants");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.object();
        parts.property("userId", &self.user_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddParticipant {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            user_id: input.required("userId")?,
        })
    }
}

/// The new participant, which is a [`User`](crate::types::User).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddParticipantResponse {
    /// Someone who interacts with the bot through one integration.
    pub participant: User,
}

object!(AddParticipantResponse {
    required participant: "participant",
});
