//! Stand-in.
use crate::runtime::{JsonObject, Timestamp, object};
use crate::types::{ConversationId, EventStatus, UserId};

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// `id`
    pub id: String,
    /// `createdAt`
    pub created_at: Timestamp,
    /// `type`
    pub type_: String,
    /// `payload`
    pub payload: JsonObject,
    /// `conversationId`
    pub conversation_id: Option<ConversationId>,
    /// `userId`
    pub user_id: Option<UserId>,
    /// `messageId`
    pub message_id: Option<String>,
    /// `status`
    pub status: EventStatus,
    /// `failureReason`
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
