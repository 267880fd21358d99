// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{ConversationId, EventId, MessageId, UserId};
use openapi_client_runtime::codegen::{object, open_enum};
use openapi_client_runtime::{JsonObject, Timestamp, UnknownValue};

/// Something that happened or was done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Identifies the event. 28 to 36 characters.
    pub id: EventId,
    /// When the event was created.
    pub created_at: Timestamp,
    /// Name of the kind of event. At most 200 characters.
    pub type_: String,
    /// Content of the event. The integration that is installed on the bot defines it, or the API
    /// does if this is one of the default events.
    pub payload: JsonObject,
    /// Id of the conversation that the event is linked to. 28 to 36 characters.
    pub conversation_id: Option<ConversationId>,
    /// Id of the user that the event is linked to. 28 to 36 characters.
    pub user_id: Option<UserId>,
    /// Id of the message that the event is linked to. 28 to 36 characters.
    pub message_id: Option<MessageId>,
    /// How far the event has got.
    pub status: EventStatus,
    /// Why the event could not be processed, if that is so. At most 2000 characters.
    pub failure_reason: Option<String>,
}

object!(Event {
    required id: "id",
    required created_at: "createdAt",
    required type_: "type",
    required payload: "payload",
    optional conversation_id: "conversationId",
    optional user_id: "userId",
    optional message_id: "messageId",
    required status: "status",
    nullable failure_reason: "failureReason",
});

/// How far the event has got.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventStatus {
    /// `pending`
    Pending,
    /// `processed`
    Processed,
    /// `ignored`
    Ignored,
    /// `failed`
    Failed,
    /// `scheduled`
    Scheduled,
    /// `canceled`
    Canceled,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(EventStatus {
    Pending: "pending",
    Processed: "processed",
    Ignored: "ignored",
    Failed: "failed",
    Scheduled: "scheduled",
    Canceled: "canceled",
    ..Unlisted
});
