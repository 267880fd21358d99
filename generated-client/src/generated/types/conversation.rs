// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{ConversationId, WorkflowId};
use openapi_client_runtime::Timestamp;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// Messages that one or more users exchange. A conversation always belongs to a channel of an
/// integration; a channel in Slack, for instance, is a conversation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Conversation {
    /// Identifies the conversation. 28 to 36 characters.
    pub id: ConversationId,
    /// Has no effect, and is going to be removed. 28 to 36 characters.
    #[deprecated]
    pub current_task_id: Option<String>,
    /// Id of the workflow that the conversation is in. 28 to 36 characters.
    pub current_workflow_id: Option<WorkflowId>,
    /// When the conversation was created.
    pub created_at: Timestamp,
    /// When the conversation last changed.
    pub updated_at: Timestamp,
    /// Name of the channel that the conversation takes place in.
    pub channel: String,
    /// Name of the integration that the conversation was created by.
    pub integration: String,
    /// Tags of the conversation, by name. Only tags that the bot declares are available. An empty
    /// value unsets a tag.
    pub tags: BTreeMap<String, String>,
    /// How many messages the conversation has.
    pub message_count: i64,
}

object!(Conversation {
    required id: "id",
    optional current_task_id: "currentTaskId",
    optional current_workflow_id: "currentWorkflowId",
    required created_at: "createdAt",
    required updated_at: "updatedAt",
    required channel: "channel",
    required integration: "integration",
    required tags: "tags",
    required message_count: "messageCount",
});
