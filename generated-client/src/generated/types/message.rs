// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{ConversationId, MessageId, MessageOrigin, UserId};
use openapi_client_runtime::codegen::{object, open_enum};
use openapi_client_runtime::{JsonObject, Timestamp, UnknownValue};
use std::collections::BTreeMap;

/// A message of a user in a [`Conversation`](crate::types::Conversation). Its type determines the
/// content of its payload. These are the usual ones; integrations may have others:
///
/// | type | payload |
/// |---|---|
/// | `text` | `{"text": "Hello"}` |
/// | `markdown` | `{"markdown": "**Hello**"}` |
/// | `image` | `{"imageUrl": "https://…"}` |
/// | `audio` | `{"audioUrl": "https://…"}` |
/// | `video` | `{"videoUrl": "https://…"}` |
/// | `file` | `{"fileUrl": "https://…", "title": "Invoice"}`; the title is optional |
/// | `location` | `{"latitude": 45.5, "longitude": -73.6}`, optionally with `address` and `title` |
/// | `choice`, `dropdown` | `{"text": "Shall we?", "options": [{"label": "Yes", "value": "yes"}]}` |
/// | `card` | `{"title": "Tea", "actions": [{"action": "postback", "label": "Order", "value": "tea"}]}`, optionally with `subtitle` and `imageUrl`; other actions are `url` and `say` |
/// | `carousel` | `{"items": […]}`, where each item is the payload of a card |
/// | `bloc` | `{"items": [{"type": "text", "payload": {"text": "Hello"}}]}`, with messages of the first seven types |
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// Identifies the message. 28 to 36 characters.
    pub id: MessageId,
    /// When the message was created.
    pub created_at: Timestamp,
    /// When the message last changed.
    pub updated_at: Timestamp,
    /// Type of the message, which determines the content of its payload. At most 200 characters.
    pub type_: String,
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location.
    pub payload: JsonObject,
    /// Whether the message comes in to the bot or goes out from it.
    pub direction: MessageDirection,
    /// Id of the user that the message belongs to. 28 to 36 characters.
    pub user_id: UserId,
    /// Id of the conversation that the message is part of. 28 to 36 characters.
    pub conversation_id: ConversationId,
    /// Tags of the message, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag.
    pub tags: BTreeMap<String, String>,
    /// Special origin of the message, if it has one.
    pub origin: Option<MessageOrigin>,
}

object!(Message {
    required id: "id",
    required created_at: "createdAt",
    required updated_at: "updatedAt",
    required type_: "type",
    required payload: "payload",
    required direction: "direction",
    required user_id: "userId",
    required conversation_id: "conversationId",
    required tags: "tags",
    optional origin: "origin",
});

/// Whether the message comes in to the bot or goes out from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageDirection {
    /// `incoming`
    Incoming,
    /// `outgoing`
    Outgoing,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(MessageDirection {
    Incoming: "incoming",
    Outgoing: "outgoing",
    ..Unlisted
});
