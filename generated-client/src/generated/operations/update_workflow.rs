// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /v1/chat/workflows/{id}`

use crate::Call;
use crate::types::{EventId, ServiceError, UserId, Workflow, WorkflowId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object, open_enum};
use openapi_client_runtime::{
    IntoJsonObject, IntoMap, JsonObject, Operation, Request, Timestamp, UnknownValue,
};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_workflow`](crate::Client::update_workflow).
///
/// A [`UpdateWorkflowCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    /// Id of the workflow to change.
    pub id: WorkflowId,
    /// Data that the workflow returns.
    pub output: Option<JsonObject>,
    /// When the workflow is to fail if it has not finished.
    pub timeout_at: Option<Timestamp>,
    /// Status that the workflow changes to.
    pub status: Option<UpdateWorkflowStatus>,
    /// Why the workflow failed.
    pub failure_reason: Option<String>,
    /// Tags to change, by name. An empty value unsets a tag. Values: at most 500 characters.
    pub tags: Option<BTreeMap<String, String>>,
    /// Id of the user that the workflow belongs to.
    pub user_id: Option<UserId>,
    /// Id of an event. It is needed if the status changes to `in_progress`.
    pub event_id: Option<EventId>,
}

impl UpdateWorkflow {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<WorkflowId>) -> Self {
        Self {
            id: id.into(),
            output: None,
            timeout_at: None,
            status: None,
            failure_reason: None,
            tags: None,
            user_id: None,
            event_id: None,
        }
    }
}

impl Request for UpdateWorkflow {
    type Response = UpdateWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::put("updateWorkflow", "/v1/chat/workflows/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.object();
        parts.optional_property("output", &self.output);
        parts.optional_property("timeoutAt", &self.timeout_at);
        parts.optional_property("status", &self.status);
        parts.optional_property("failureReason", &self.failure_reason);
        parts.optional_property("tags", &self.tags);
        parts.optional_property("userId", &self.user_id);
        parts.optional_property("eventId", &self.event_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UpdateWorkflow {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            output: input.optional("output")?,
            timeout_at: input.optional("timeoutAt")?,
            status: input.optional("status")?,
            failure_reason: input.optional("failureReason")?,
            tags: input.optional("tags")?,
            user_id: input.optional("userId")?,
            event_id: input.optional("eventId")?,
        })
    }
}

/// A call of [`Client::update_workflow`](crate::Client::update_workflow).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UpdateWorkflowCall = Call<UpdateWorkflow>;

impl Call<UpdateWorkflow> {
    /// Data that the workflow returns.
    pub fn output<M>(mut self, output: impl IntoJsonObject<M>) -> Self {
        self.request.output = Some(output.into_json_object());
        self
    }

    /// When the workflow is to fail if it has not finished.
    pub fn timeout_at(mut self, timeout_at: impl Into<Timestamp>) -> Self {
        self.request.timeout_at = Some(timeout_at.into());
        self
    }

    /// Status that the workflow changes to.
    pub fn status(mut self, status: impl Into<UpdateWorkflowStatus>) -> Self {
        self.request.status = Some(status.into());
        self
    }

    /// Why the workflow failed.
    pub fn failure_reason(mut self, failure_reason: impl Into<String>) -> Self {
        self.request.failure_reason = Some(failure_reason.into());
        self
    }

    /// Tags to change, by name. An empty value unsets a tag. Values: at most 500 characters.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Id of the user that the workflow belongs to.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// Id of an event. It is needed if the status changes to `in_progress`.
    pub fn event_id(mut self, event_id: impl Into<EventId>) -> Self {
        self.request.event_id = Some(event_id.into());
        self
    }
}

/// Status that the workflow changes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UpdateWorkflowStatus {
    /// `completed`
    Completed,
    /// `cancelled`
    Cancelled,
    /// `listening`
    Listening,
    /// `paused`
    Paused,
    /// `failed`
    Failed,
    /// `in_progress`
    InProgress,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(UpdateWorkflowStatus {
    Completed: "completed",
    Cancelled: "cancelled",
    Listening: "listening",
    Paused: "paused",
    Failed: "failed",
    InProgress: "in_progress",
    ..Unlisted
});

/// The [`Workflow`](crate::types::Workflow) with the changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowResponse {
    /// A piece of work of a bot that takes an input, runs through several statuses and ends with an
    /// output.
    pub workflow: Workflow,
}

object!(UpdateWorkflowResponse {
    required workflow: "workflow",
});
