// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/workflows/get-or-create`

use crate::Call;
use crate::types::{
    ConversationId, EventId, InitialWorkflowStatus, ServiceError, UserId, Workflow, WorkflowId,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts, object, open_enum};
use openapi_client_runtime::{
    IntoJsonObject, IntoList, IntoMap, JsonObject, Operation, Request, Timestamp, UnknownValue,
};
use std::collections::BTreeMap;

/// Inputs of [`Client::get_or_create_workflow`](crate::Client::get_or_create_workflow).
///
/// A [`GetOrCreateWorkflowCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateWorkflow {
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
    /// Tags of the workflow, by name. They are compared with those of each existing workflow, and
    /// set on the workflow that is returned. Values: at most 500 characters.
    pub tags: Option<BTreeMap<String, String>>,
    /// Status that a workflow starts with.
    pub status: InitialWorkflowStatus,
    /// Id of an event. It is needed if the workflow starts with the status `in_progress`.
    pub event_id: Option<EventId>,
    /// Names of the tags that an existing workflow has to match exactly; all other tags are
    /// ignored. Without it, all tags have to match exactly. For example, if an existing workflow
    /// has the tags `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when
    /// the values of `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Option<Vec<String>>,
    /// Group that the status of an existing workflow has to belong to. Without it, the status does
    /// not matter.
    pub discriminate_by_status_group: Option<GetOrCreateWorkflowDiscriminateByStatusGroup>,
}

impl GetOrCreateWorkflow {
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
            discriminate_by_tags: None,
            discriminate_by_status_group: None,
        }
    }
}

impl Request for GetOrCreateWorkflow {
    type Response = GetOrCreateWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("getOrCreateWorkflow", "/v1/chat/workflows/get-or-create")
            .with_idempotency(&Idempotency::Always);

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
        parts.optional_property("discriminateByTags", &self.discriminate_by_tags);
        parts.optional_property(
            "discriminateByStatusGroup",
            &self.discriminate_by_status_group,
        );
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetOrCreateWorkflow {
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
            discriminate_by_tags: input.optional("discriminateByTags")?,
            discriminate_by_status_group: input.optional("discriminateByStatusGroup")?,
        })
    }
}

/// A call of [`Client::get_or_create_workflow`](crate::Client::get_or_create_workflow).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetOrCreateWorkflowCall = Call<GetOrCreateWorkflow>;

impl Call<GetOrCreateWorkflow> {
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

    /// Tags of the workflow, by name. They are compared with those of each existing workflow, and
    /// set on the workflow that is returned. Values: at most 500 characters.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Id of an event. It is needed if the workflow starts with the status `in_progress`.
    pub fn event_id(mut self, event_id: impl Into<EventId>) -> Self {
        self.request.event_id = Some(event_id.into());
        self
    }

    /// Names of the tags that an existing workflow has to match exactly; all other tags are
    /// ignored. Without it, all tags have to match exactly. For example, if an existing workflow
    /// has the tags `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when
    /// the values of `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub fn discriminate_by_tags<M>(
        mut self,
        discriminate_by_tags: impl IntoList<String, M>,
    ) -> Self {
        self.request.discriminate_by_tags = Some(discriminate_by_tags.into_list());
        self
    }

    /// Group that the status of an existing workflow has to belong to. Without it, the status does
    /// not matter.
    pub fn discriminate_by_status_group(
        mut self,
        discriminate_by_status_group: impl Into<GetOrCreateWorkflowDiscriminateByStatusGroup>,
    ) -> Self {
        self.request.discriminate_by_status_group = Some(discriminate_by_status_group.into());
        self
    }
}

/// Group that the status of an existing workflow has to belong to. Without it, the status does not
/// matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetOrCreateWorkflowDiscriminateByStatusGroup {
    /// `active`
    Active,
    /// `finished`
    Finished,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(GetOrCreateWorkflowDiscriminateByStatusGroup {
    Active: "active",
    Finished: "finished",
    ..Unlisted
});

/// The [`Workflow`](crate::types::Workflow) that was found or created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateWorkflowResponse {
    /// A piece of work of a bot that takes an input, runs through several statuses and ends with an
    /// output.
    pub workflow: Workflow,
}

object!(GetOrCreateWorkflowResponse {
    required workflow: "workflow",
});
