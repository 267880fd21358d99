// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/workflows`

use crate::Call;
use crate::types::{
    ConversationId, PageMeta, ServiceError, UserId, Workflow, WorkflowId, WorkflowStatus,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Paginated, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_workflows`](crate::Client::list_workflows).
///
/// A [`ListWorkflowsCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflows {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Only workflows that have these tags.
    pub tags: Option<BTreeMap<String, String>>,
    /// Only workflows of this conversation.
    pub conversation_id: Option<ConversationId>,
    /// Only workflows of this user.
    pub user_id: Option<UserId>,
    /// Only workflows that this workflow created.
    pub parent_workflow_id: Option<WorkflowId>,
    /// Only workflows with one of these statuses.
    pub statuses: Option<Vec<WorkflowStatus>>,
    /// Only workflows with this name.
    pub name: Option<String>,
}

impl ListWorkflows {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListWorkflows {
    type Response = ListWorkflowsResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listWorkflows", "/v1/chat/workflows");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("nextToken", &self.next_token);
        parts.query_styled("tags", Style::DOT_OBJECT, &self.tags);
        parts.query("conversationId", &self.conversation_id);
        parts.query("userId", &self.user_id);
        parts.query("parentWorkflowId", &self.parent_workflow_id);
        parts.query("statuses", &self.statuses);
        parts.query("name", &self.name);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListWorkflows {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            next_token: input.optional("nextToken")?,
            tags: input.optional("tags")?,
            conversation_id: input.optional("conversationId")?,
            user_id: input.optional("userId")?,
            parent_workflow_id: input.optional("parentWorkflowId")?,
            statuses: input.optional("statuses")?,
            name: input.optional("name")?,
        })
    }
}

impl Paginated for ListWorkflows {
    type Item = Workflow;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<Workflow> {
        page.workflows
    }
}

/// A call of [`Client::list_workflows`](crate::Client::list_workflows).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListWorkflowsCall = Call<ListWorkflows>;

impl Call<ListWorkflows> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }

    /// Only workflows that have these tags.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Only workflows of this conversation.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Only workflows of this user.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// Only workflows that this workflow created.
    pub fn parent_workflow_id(mut self, parent_workflow_id: impl Into<WorkflowId>) -> Self {
        self.request.parent_workflow_id = Some(parent_workflow_id.into());
        self
    }

    /// Only workflows with one of these statuses.
    pub fn statuses<M>(mut self, statuses: impl IntoList<WorkflowStatus, M>) -> Self {
        self.request.statuses = Some(statuses.into_list());
        self
    }

    /// Only workflows with this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.name = Some(name.into());
        self
    }
}

/// A page of [`Workflow`](crate::types::Workflow) objects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowsResponse {
    /// Workflows of this page.
    pub workflows: Vec<Workflow>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListWorkflowsResponse {
    required workflows: "workflows",
    required meta: "meta",
});
