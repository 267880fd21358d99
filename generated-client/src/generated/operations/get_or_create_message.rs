// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/messages/get-or-create`

use crate::Call;
use crate::types::{
    ConversationId, CreatedMeta, Message, MessageOrigin, Schedule, ServiceError, UserId,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoList, IntoMap, JsonObject, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::get_or_create_message`](crate::Client::get_or_create_message).
///
/// A [`GetOrCreateMessageCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateMessage {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub payload: Option<JsonObject>,
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
    /// Names of the tags that an existing message has to match exactly; all other tags are ignored.
    /// Without it, all tags have to match exactly. For example, if an existing message has the tags
    /// `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when the values of
    /// `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Option<Vec<String>>,
}

impl GetOrCreateMessage {
    /// Creates a value with the required fields.
    pub fn new<M>(
        user_id: impl Into<UserId>,
        conversation_id: impl Into<ConversationId>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M>,
    ) -> Self {
        Self {
            payload: None,
            user_id: user_id.into(),
            conversation_id: conversation_id.into(),
            type_: type_.into(),
            tags: tags.into_map(),
            schedule: None,
            origin: None,
            discriminate_by_tags: None,
        }
    }
}

impl Request for GetOrCreateMessage {
    type Response = GetOrCreateMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("getOrCreateMessage", "/v1/chat/messages/get-or-create")
            .with_idempotency(&Idempotency::Always);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.optional_property("payload", &self.payload);
        parts.property("userId", &self.user_id);
        parts.property("conversationId", &self.conversation_id);
        parts.property("type", &self.type_);
        parts.property("tags", &self.tags);
        parts.optional_property("schedule", &self.schedule);
        parts.optional_property("origin", &self.origin);
        parts.optional_property("discriminateByTags", &self.discriminate_by_tags);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetOrCreateMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            payload: input.optional("payload")?,
            user_id: input.required("userId")?,
            conversation_id: input.required("conversationId")?,
            type_: input.required("type")?,
            tags: input.required("tags")?,
            schedule: input.optional("schedule")?,
            origin: input.optional("origin")?,
            discriminate_by_tags: input.optional("discriminateByTags")?,
        })
    }
}

/// A call of [`Client::get_or_create_message`](crate::Client::get_or_create_message).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetOrCreateMessageCall = Call<GetOrCreateMessage>;

impl Call<GetOrCreateMessage> {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub fn payload<M>(mut self, payload: impl IntoJsonObject<M>) -> Self {
        self.request.payload = Some(payload.into_json_object());
        self
    }

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

    /// Names of the tags that an existing message has to match exactly; all other tags are ignored.
    /// Without it, all tags have to match exactly. For example, if an existing message has the tags
    /// `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when the values of
    /// `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub fn discriminate_by_tags<M>(
        mut self,
        discriminate_by_tags: impl IntoList<String, M>,
    ) -> Self {
        self.request.discriminate_by_tags = Some(discriminate_by_tags.into_list());
        self
    }
}

/// The [`Message`](crate::types::Message) that was found or created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateMessageResponse {
    /// A message of a user in a [`Conversation`](crate::types::Conversation).
    pub message: Message,
    /// How the operation went.
    pub meta: CreatedMeta,
}

object!(GetOrCreateMessageResponse {
    required message: "message",
    required meta: "meta",
});
