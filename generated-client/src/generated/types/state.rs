//! Stand-in.
use crate::runtime::{JsonObject, Timestamp, object};
use crate::types::{BotId, ConversationId, StateType, UserId};

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// `id`
    pub id: String,
    /// `createdAt`
    pub created_at: Timestamp,
    /// `updatedAt`
    pub updated_at: Timestamp,
    /// `botId`
    pub bot_id: BotId,
    /// `conversationId`
    pub conversation_id: Option<ConversationId>,
    /// `userId`
    pub user_id: Option<UserId>,
    /// `name`
    pub name: String,
    /// `type`
    pub type_: StateType,
    /// `payload`
    pub payload: JsonObject,
}

object!(State {
    required id: "id",
    required created_at: "createdAt",
    required updated_at: "updatedAt",
    required bot_id: "botId",
    optional conversation_id: "conversationId",
    optional user_id: "userId",
    required name: "name",
    required type_: "type",
    required payload: "payload",
});
