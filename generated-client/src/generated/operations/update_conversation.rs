// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /v1/chat/conversations/{id}`

use crate::Call;
use crate::types::{Conversation, ConversationId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_conversation`](crate::Client::update_conversation).
///
/// A [`UpdateConversationCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateConversation {
    /// Id of the conversation to change.
    pub id: ConversationId,
    /// Has no effect: it is ignored in an update, and should be left out.
    #[deprecated]
    pub current_task_id: Option<String>,
    /// Tags to change, by name. An empty value unsets a tag.
    pub tags: Option<BTreeMap<String, String>>,
}

impl UpdateConversation {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>) -> Self {
        Self {
            id: id.into(),
            current_task_id: None,
            tags: None,
        }
    }
}

impl Request for UpdateConversation {
    type Response = UpdateConversationResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::put("updateConversation", "/v1/chat/conversations/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.object();
        parts.optional_property("currentTaskId", &self.current_task_id);
        parts.optional_property("tags", &self.tags);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UpdateConversation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            current_task_id: input.optional("currentTaskId")?,
            tags: input.optional("tags")?,
        })
    }
}

/// A call of [`Client::update_conversation`](crate::Client::update_conversation).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UpdateConversationCall = Call<UpdateConversation>;

impl Call<UpdateConversation> {
    /// Has no effect: it is ignored in an update, and should be left out.
    #[deprecated]
    pub fn current_task_id(mut self, current_task_id: impl Into<String>) -> Self {
        self.request.current_task_id = Some(current_task_id.into());
        self
    }

    /// Tags to change, by name. An empty value unsets a tag.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }
}

/// The [`Conversation`](crate::types::Conversation) with the changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateConversationResponse {
    /// Messages that one or more users exchange.
    pub conversation: Conversation,
}

object!(UpdateConversationResponse {
    required conversation: "conversation",
});
