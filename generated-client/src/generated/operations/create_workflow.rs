// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/workflows`

use crate::Call;
use crate::types::{
    ConversationId, EventId, InitialWorkflowStatus, ServiceError, UserId, Workflow, WorkflowId,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoMap, JsonObject, Operation, Request, Timestamp};
use std::collections::BTreeMap;

/// Inputs of [`Client::create_workflow`](crate::Client::create_workflow).
///
/// A [`CreateWorkflowCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflow {
    /// Name of the kind of workflow.
    pub name: String,
    /// Data for the workflow.
    pub input: Option<JsonObject>,
    /// Id of the workflow that creates this one.
    pub parent_workflow_id: Option<WorkflowId>,
    /// Id of the conversation that the workflow belongs to.
    pub conversation_id: Option<ConversationId>,
    /// Id of the user that the workflow belongs to.
    pub user_id: Option<UserId>,
    /// When the workflow is to fail if it has not finished.
    pub timeout_at: Option<Timestamp>,
    /// Tags of the new workflow, by name. Values: at most 500 characters.
    pub tags: Option<BTreeMap<String, String>>,
    /// Status that a workflow starts with.
    pub status: InitialWorkflowStatus,
    /// Id of an event. It is needed if the workflow starts with the status `in_progress`.
    pub event_id: Option<EventId>,
}

impl CreateWorkflow {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>, status: impl Into<InitialWorkflowStatus>) -> Self {
        Self {
            name: name.into(),
            input: None,
            parent_workflow_id: None,
            conversation_id: None,
            user_id: None,
            timeout_at: None,
            tags: None,
            status: status.into(),
            event_id: None,
        }
    }
}

impl Request for CreateWorkflow {
    type Response = CreateWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("createWorkflow", "/v1/chat/workflows");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("name", &self.name);
        parts.optional_property("input", &self.input);
        parts.optional_property("parentWorkflowId", &self.parent_workflow_id);
        parts.optional_property("conversationId", &self.conversation_id);
        parts.optional_property("userId", &self.user_id);
        parts.optional_property("timeoutAt", &self.timeout_at);
        parts.optional_property("tags", &self.tags);
        parts.property("status", &self.status);
        parts.optional_property("eventId", &self.event_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateWorkflow {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
            input: input.optional("input")?,
            parent_workflow_id: input.optional("parentWorkflowId")?,
            conversation_id: input.optional("conversationId")?,
            user_id: input.optional("userId")?,
            timeout_at: input.optional("timeoutAt")?,
            tags: input.optional("tags")?,
            status: input.required("status")?,
            event_id: input.optional("eventId")?,
        })
    }
}

/// A call of [`Client::create_workflow`](crate::Client::create_workflow).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateWorkflowCall = Call<CreateWorkflow>;

impl Call<CreateWorkflow> {
    /// Data for the workflow.
    pub fn input<M>(mut self, input: impl IntoJsonObject<M>) -> Self {
        self.request.input = Some(input.into_json_object());
        self
    }

    /// Id of the workflow that creates this one.
    pub fn parent_workflow_id(mut self, parent_workflow_id: impl Into<WorkflowId>) -> Self {
        self.request.parent_workflow_id = Some(parent_workflow_id.into());
        self
    }

    /// Id of the conversation that the workflow belongs to.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Id of the user that the workflow belongs to.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// When the workflow is to fail if it has not finished.
    pub fn timeout_at(mut self, timeout_at: impl Into<Timestamp>) -> Self {
        self.request.timeout_at = Some(timeout_at.into());
        self
    }

    /// Tags of the new workflow, by name. Values: at most 500 characters.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Id of an event. It is needed if the workflow starts with the status `in_progress`.
    pub fn event_id(mut self, event_id: impl Into<EventId>) -> Self {
        self.request.event_id = Some(event_id.into());
        self
    }
}

/// The new [`Workflow`](crate::types::Workflow).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowResponse {
    /// A piece of work of a bot that takes an input, runs through several statuses and ends with an
    /// output.
    pub workflow: Workflow,
}

object!(CreateWorkflowResponse {
    required workflow: "workflow",
});
