// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /v1/chat/messages/{id}`

use crate::Call;
use crate::types::{Message, MessageId, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoMap, JsonObject, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_message`](crate::Client::update_message).
///
/// A [`UpdateMessageCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateMessage {
    /// Id of the message to change.
    pub id: MessageId,
    /// Tags to change, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag.
    pub tags: BTreeMap<String, String>,
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub payload: Option<JsonObject>,
}

impl UpdateMessage {
    /// Creates a value with the required fields.
    pub fn new<M>(id: impl Into<MessageId>, tags: impl IntoMap<String, M>) -> Self {
        Self {
            id: id.into(),
            tags: tags.into_map(),
            payload: None,
        }
    }
}

impl Request for UpdateMessage {
    type Response = UpdateMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::put("updateMessage", "/v1/chat/messages/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.object();
        parts.property("tags", &self.tags);
        parts.optional_property("payload", &self.payload);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UpdateMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            tags: input.required("tags")?,
            payload: input.optional("payload")?,
        })
    }
}

/// A call of [`Client::update_message`](crate::Client::update_message).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UpdateMessageCall = Call<UpdateMessage>;

impl Call<UpdateMessage> {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub fn payload<M>(mut self, payload: impl IntoJsonObject<M>) -> Self {
        self.request.payload = Some(payload.into_json_object());
        self
    }
}

/// The [`Message`](crate::types::Message) with the changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateMessageResponse {
    /// A message of a user in a [`Conversation`](crate::types::Conversation).
    pub message: Message,
}

object!(UpdateMessageResponse {
    required message: "message",
});
