// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/messages`

use crate::Call;
use crate::types::{ConversationId, Message, MessageOrigin, Schedule, ServiceError, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoMap, JsonObject, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::create_message`](crate::Client::create_message).
///
/// A [`CreateMessageCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMessage {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub payload: JsonObject,
    /// Id of the user that the message belongs to. 28 to 36 characters.
    pub user_id: UserId,
    /// Id of the conversation that the message is part of. 28 to 36 characters.
    pub conversation_id: ConversationId,
    /// Type of the message, which determines the content of its payload. At most 200 characters.
    pub type_: String,
    /// Tags of the message, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Time to send at, if not at once: either `dateTime` or `delay` is needed.
    pub schedule: Option<Schedule>,
    /// Special origin of the message, if it has one.
    pub origin: Option<MessageOrigin>,
}

impl CreateMessage {
    /// Creates a value with the required fields.
    pub fn new<M, M2>(
        payload: impl IntoJsonObject<M>,
        user_id: impl Into<UserId>,
        conversation_id: impl Into<ConversationId>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M2>,
    ) -> Self {
        Self {
            payload: payload.into_json_object(),
            user_id: user_id.into(),
            conversation_id: conversation_id.into(),
            type_: type_.into(),
            tags: tags.into_map(),
            schedule: None,
            origin: None,
        }
    }
}

impl Request for CreateMessage {
    type Response = CreateMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("createMessage", "/v1/chat/messages");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("payload", &self.payload);
        parts.property("userId", &self.user_id);
        parts.property("conversationId", &self.conversation_id);
        parts.property("type", &self.type_);
        parts.property("tags", &self.tags);
        parts.optional_property("schedule", &self.schedule);
        parts.optional_property("origin", &self.origin);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            payload: input.required("payload")?,
            user_id: input.required("userId")?,
            conversation_id: input.required("conversationId")?,
            type_: input.required("type")?,
            tags: input.required("tags")?,
            schedule: input.optional("schedule")?,
            origin: input.optional("origin")?,
        })
    }
}

/// A call of [`Client::create_message`](crate::Client::create_message).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateMessageCall = Call<CreateMessage>;

impl Call<CreateMessage> {
    /// Time to send at, if not at once: either `dateTime` or `delay` is needed.
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.request.schedule = Some(schedule);
        self
    }

    /// Special origin of the message, if it has one.
    pub fn origin(mut self, origin: impl Into<MessageOrigin>) -> Self {
        self.request.origin = Some(origin.into());
        self
    }
}

/// The new [`Message`](crate::types::Message).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// A message of a user in a [`Conversation`](crate::types::Conversation).
    pub message: Message,
}

object!(CreateMessageResponse {
    required message: "message",
});
