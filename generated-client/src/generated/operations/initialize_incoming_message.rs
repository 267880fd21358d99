// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/initialize-incoming-message`

use crate::Call;
use crate::types::{
    Conversation, ConversationId, Message, MessageOrigin, ServiceError, User, UserId,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoList, IntoMap, JsonObject, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::initialize_incoming_message`](crate::Client::initialize_incoming_message).
///
/// A [`InitializeIncomingMessageCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InitializeIncomingMessage {
    /// Id of the user, if it is known.
    pub user_id: Option<UserId>,
    /// User to find or create.
    pub user: Option<InitializeIncomingMessageUser>,
    /// Id of the conversation, if it is known.
    pub conversation_id: Option<ConversationId>,
    /// Conversation to find or create.
    pub conversation: Option<InitializeIncomingMessageConversation>,
    /// Message to send to the conversation.
    pub message: Option<InitializeIncomingMessageMessage>,
}

impl InitializeIncomingMessage {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for InitializeIncomingMessage {
    type Response = InitializeIncomingMessageResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post(
        "initializeIncomingMessage",
        "/v1/chat/initialize-incoming-message",
    );

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.optional_property("userId", &self.user_id);
        parts.optional_property("user", &self.user);
        parts.optional_property("conversationId", &self.conversation_id);
        parts.optional_property("conversation", &self.conversation);
        parts.optional_property("message", &self.message);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for InitializeIncomingMessage {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            user_id: input.optional("userId")?,
            user: input.optional("user")?,
            conversation_id: input.optional("conversationId")?,
            conversation: input.optional("conversation")?,
            message: input.optional("message")?,
        })
    }
}

/// A call of [`Client::initialize_incoming_message`](crate::Client::initialize_incoming_message).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type InitializeIncomingMessageCall = Call<InitializeIncomingMessage>;

impl Call<InitializeIncomingMessage> {
    /// Id of the user, if it is known.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// User to find or create.
    pub fn user(mut self, user: InitializeIncomingMessageUser) -> Self {
        self.request.user = Some(user);
        self
    }

    /// Id of the conversation, if it is known.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Conversation to find or create.
    pub fn conversation(mut self, conversation: InitializeIncomingMessageConversation) -> Self {
        self.request.conversation = Some(conversation);
        self
    }

    /// Message to send to the conversation.
    pub fn message(mut self, message: InitializeIncomingMessageMessage) -> Self {
        self.request.message = Some(message);
        self
    }
}

/// User to find or create.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeIncomingMessageUser {
    /// Tags of the user, by name. They are compared with those of each existing user, and set on
    /// the user that is returned. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Name of the integration to create the user in. Deprecated: a bot calls an action of the
    /// integration instead. At most 200 characters.
    #[deprecated]
    pub integration_name: Option<String>,
    /// Name to show for the user. At most 200 characters.
    pub name: Option<String>,
    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    pub picture_url: Option<String>,
    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. Experimental. Values: at most 200 characters.
    pub properties: Option<BTreeMap<String, String>>,
    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    pub attributes: Option<BTreeMap<String, String>>,
    /// Names of the tags that an existing user has to match exactly; all other tags are ignored.
    /// For example, if an existing user has the tags `{"foo": "a", "bar": "b", "baz": "c"}`,
    /// `["bar", "baz"]` makes it a match when the values of `bar` and `baz` are the same, whatever
    /// `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Vec<String>,
}

object!(InitializeIncomingMessageUser {
    required tags: "tags",
    optional integration_name: "integrationName",
    optional name: "name",
    optional picture_url: "pictureUrl",
    optional properties: "properties",
    optional attributes: "attributes",
    required discriminate_by_tags: "discriminateByTags",
});

impl InitializeIncomingMessageUser {
    /// Creates a value with the required fields.
    pub fn new<M, M2>(
        tags: impl IntoMap<String, M>,
        discriminate_by_tags: impl IntoList<String, M2>,
    ) -> Self {
        Self {
            tags: tags.into_map(),
            integration_name: None,
            name: None,
            picture_url: None,
            properties: None,
            attributes: None,
            discriminate_by_tags: discriminate_by_tags.into_list(),
        }
    }

    /// Name of the integration to create the user in. Deprecated: a bot calls an action of the
    /// integration instead. At most 200 characters.
    #[deprecated]
    #[must_use]
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.integration_name = Some(integration_name.into());
        self
    }

    /// Name to show for the user. At most 200 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    #[must_use]
    pub fn picture_url(mut self, picture_url: impl Into<String>) -> Self {
        self.picture_url = Some(picture_url.into());
        self
    }

    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. Experimental. Values: at most 200 characters.
    #[must_use]
    pub fn properties<M>(mut self, properties: impl IntoMap<String, M>) -> Self {
        self.properties = Some(properties.into_map());
        self
    }

    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    #[must_use]
    pub fn attributes<M>(mut self, attributes: impl IntoMap<String, M>) -> Self {
        self.attributes = Some(attributes.into_map());
        self
    }
}

/// Conversation to find or create.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeIncomingMessageConversation {
    /// Name of the channel that the conversation takes place in. At most 200 characters.
    pub channel: String,
    /// Tags of the conversation, by name. They are compared with those of each existing
    /// conversation, and set on the conversation that is returned. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    pub integration_name: Option<String>,
    /// Names of the tags that an existing conversation has to match exactly; all other tags are
    /// ignored. For example, if an existing conversation has the tags `{"foo": "a", "bar": "b",
    /// "baz": "c"}`, `["bar", "baz"]` makes it a match when the values of `bar` and `baz` are the
    /// same, whatever `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Vec<String>,
}

object!(InitializeIncomingMessageConversation {
    required channel: "channel",
    required tags: "tags",
    optional integration_name: "integrationName",
    required discriminate_by_tags: "discriminateByTags",
});

impl InitializeIncomingMessageConversation {
    /// Creates a value with the required fields.
    pub fn new<M, M2>(
        channel: impl Into<String>,
        tags: impl IntoMap<String, M>,
        discriminate_by_tags: impl IntoList<String, M2>,
    ) -> Self {
        Self {
            channel: channel.into(),
            tags: tags.into_map(),
            integration_name: None,
            discriminate_by_tags: discriminate_by_tags.into_list(),
        }
    }

    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    #[must_use]
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.integration_name = Some(integration_name.into());
        self
    }
}

/// Message to send to the conversation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeIncomingMessageMessage {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub payload: JsonObject,
    /// Type of the message, which determines the content of its payload. At most 200 characters.
    pub type_: String,
    /// Tags of the message, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Special origin of the message, if it has one.
    pub origin: Option<MessageOrigin>,
    /// Names of the tags that an existing message has to match exactly; all other tags are ignored.
    /// For example, if an existing message has the tags `{"foo": "a", "bar": "b", "baz": "c"}`,
    /// `["bar", "baz"]` makes it a match when the values of `bar` and `baz` are the same, whatever
    /// `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Vec<String>,
}

object!(InitializeIncomingMessageMessage {
    required payload: "payload",
    required type_: "type",
    required tags: "tags",
    optional origin: "origin",
    required discriminate_by_tags: "discriminateByTags",
});

impl InitializeIncomingMessageMessage {
    /// Creates a value with the required fields.
    pub fn new<M, M2, M3>(
        payload: impl IntoJsonObject<M>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M2>,
        discriminate_by_tags: impl IntoList<String, M3>,
    ) -> Self {
        Self {
            payload: payload.into_json_object(),
            type_: type_.into(),
            tags: tags.into_map(),
            origin: None,
            discriminate_by_tags: discriminate_by_tags.into_list(),
        }
    }

    /// Special origin of the message, if it has one.
    #[must_use]
    pub fn origin(mut self, origin: impl Into<MessageOrigin>) -> Self {
        self.origin = Some(origin.into());
        self
    }
}

/// The user, the conversation and, if one was created, the message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InitializeIncomingMessageResponse {
    /// Someone who interacts with the bot through one integration.
    pub user: User,
    /// Messages that one or more users exchange.
    pub conversation: Conversation,
    /// A message of a user in a [`Conversation`](crate::types::Conversation).
    pub message: Option<Message>,
}

object!(InitializeIncomingMessageResponse {
    required user: "user",
    required conversation: "conversation",
    optional message: "message",
});
