// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{ConversationId, UserId, WorkflowId, WorkflowStatus};
use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{JsonObject, Timestamp};
use std::collections::BTreeMap;

/// A piece of work of a bot that takes an input, runs through several statuses and ends with an
/// output.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Workflow {
    /// Identifies the workflow. 28 to 36 characters.
    pub id: WorkflowId,
    /// Name of the kind of workflow. At most 200 characters.
    pub name: String,
    /// Status of a workflow.
    pub status: WorkflowStatus,
    /// Data that the workflow was given.
    pub input: JsonObject,
    /// Data that the workflow returned.
    pub output: JsonObject,
    /// Id of the workflow that created this one. 28 to 36 characters.
    pub parent_workflow_id: Option<WorkflowId>,
    /// Id of the conversation that the workflow belongs to. 28 to 36 characters.
    pub conversation_id: Option<ConversationId>,
    /// Id of the user that the workflow belongs to. 28 to 36 characters.
    pub user_id: Option<UserId>,
    /// When the workflow was created.
    pub created_at: Timestamp,
    /// When the workflow last changed.
    pub updated_at: Timestamp,
    /// When the workflow completed.
    pub completed_at: Option<Timestamp>,
    /// Why the workflow failed, if it did. At most 2000 characters.
    pub failure_reason: Option<String>,
    /// When the workflow fails because its time is up.
    pub timeout_at: Timestamp,
    /// Tags of the workflow, by name. An empty value unsets a tag.
    pub tags: BTreeMap<String, String>,
}

object!(Workflow {
    required id: "id",
    required name: "name",
    required status: "status",
    required input: "input",
    required output: "output",
    optional parent_workflow_id: "parentWorkflowId",
    optional conversation_id: "conversationId",
    optional user_id: "userId",
    required created_at: "createdAt",
    required updated_at: "updatedAt",
    optional completed_at: "completedAt",
    optional failure_reason: "failureReason",
    required timeout_at: "timeoutAt",
    required tags: "tags",
});
