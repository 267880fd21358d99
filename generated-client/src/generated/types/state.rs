// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{BotId, ConversationId, StateId, StateType, UserId};
use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{JsonObject, Timestamp};

/// Data that is kept under a name. A state always belongs to a resource such as a bot, a
/// conversation or a user.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// Identifies the state. 28 to 36 characters.
    pub id: StateId,
    /// When the state was created.
    pub created_at: Timestamp,
    /// When the state last changed.
    pub updated_at: Timestamp,
    /// Id of the bot whose state it is. 28 to 36 characters.
    pub bot_id: BotId,
    /// Id of the conversation that the state belongs to. 28 to 36 characters.
    pub conversation_id: Option<ConversationId>,
    /// Id of the user that the state belongs to. 28 to 36 characters.
    pub user_id: Option<UserId>,
    /// Name of the state, as the definition of the bot declares it. At most 200 characters.
    pub name: String,
    /// Kind of resource that a state belongs to.
    pub type_: StateType,
    /// Content of the state, as the bot defines it.
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
