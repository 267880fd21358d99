// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/events`

use crate::Call;
use crate::types::{ConversationId, Event, MessageId, PageMeta, ServiceError, UserId, WorkflowId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object, open_enum};
use openapi_client_runtime::{Operation, Paginated, Request, UnknownValue};

/// Inputs of [`Client::list_events`](crate::Client::list_events).
///
/// A [`ListEventsCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListEvents {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Only events of this type.
    pub type_: Option<String>,
    /// Only events linked to this conversation.
    pub conversation_id: Option<ConversationId>,
    /// Only events linked to this user.
    pub user_id: Option<UserId>,
    /// Only events linked to this message.
    pub message_id: Option<MessageId>,
    /// Only events linked to this workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Only events with this status.
    pub status: Option<ListEventsStatus>,
}

impl ListEvents {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListEvents {
    type Response = ListEventsResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listEvents", "/v1/chat/events");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("nextToken", &self.next_token);
        parts.query("type", &self.type_);
        parts.query("conversationId", &self.conversation_id);
        parts.query("userId", &self.user_id);
        parts.query("messageId", &self.message_id);
        parts.query("workflowId", &self.workflow_id);
        parts.query("status", &self.status);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListEvents {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            next_token: input.optional("nextToken")?,
            type_: input.optional("type")?,
            conversation_id: input.optional("conversationId")?,
            user_id: input.optional("userId")?,
            message_id: input.optional("messageId")?,
            workflow_id: input.optional("workflowId")?,
            status: input.optional("status")?,
        })
    }
}

impl Paginated for ListEvents {
    type Item = Event;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<Event> {
        page.events
    }
}

/// A call of [`Client::list_events`](crate::Client::list_events).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListEventsCall = Call<ListEvents>;

impl Call<ListEvents> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }

    /// Only events of this type.
    pub fn type_(mut self, type_: impl Into<String>) -> Self {
        self.request.type_ = Some(type_.into());
        self
    }

    /// Only events linked to this conversation.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Only events linked to this user.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// Only events linked to this message.
    pub fn message_id(mut self, message_id: impl Into<MessageId>) -> Self {
        self.request.message_id = Some(message_id.into());
        self
    }

    /// Only events linked to this workflow.
    pub fn workflow_id(mut self, workflow_id: impl Into<WorkflowId>) -> Self {
        self.request.workflow_id = Some(workflow_id.into());
        self
    }

    /// Only events with this status.
    pub fn status(mut self, status: impl Into<ListEventsStatus>) -> Self {
        self.request.status = Some(status.into());
        self
    }
}

/// Status that a list of events is narrowed down to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListEventsStatus {
    /// `pending`
    Pending,
    /// `ignored`
    Ignored,
    /// `processed`
    Processed,
    /// `failed`
    Failed,
    /// `scheduled`
    Scheduled,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListEventsStatus {
    Pending: "pending",
    Ignored: "ignored",
    Processed: "processed",
    Failed: "failed",
    Scheduled: "scheduled",
    ..Unlisted
});

/// A page of [`Event`](crate::types::Event) objects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListEventsResponse {
    /// Events of this page.
    pub events: Vec<Event>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListEventsResponse {
    required events: "events",
    required meta: "meta",
});
