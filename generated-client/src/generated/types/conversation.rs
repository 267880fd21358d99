//! Stand-in.
use crate::runtime::{Timestamp, object};
use crate::types::ConversationId;
use std::collections::BTreeMap;

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Conversation {
    /// `id`
    pub id: ConversationId,
    /// `currentTaskId`
    #[deprecated]
    pub current_task_id: Option<String>,
    /// `currentWorkflowId`
    pub current_workflow_id: Option<String>,
    /// `createdAt`
    pub created_at: Timestamp,
    /// `updatedAt`
    pub updated_at: Timestamp,
    /// `channel`
    pub channel: String,
    /// `integration`
    pub integration: String,
    /// `tags`
    pub tags: BTreeMap<String, String>,
    /// `messageCount`
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
