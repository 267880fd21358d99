// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/messages`

use crate::Call;
use crate::types::{ConversationId, Message, PageMeta, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{IntoMap, Operation, Paginated, Request, Timestamp};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_messages`](crate::Client::list_messages).
///
/// A [`ListMessagesCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListMessages {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Only messages of this conversation.
    pub conversation_id: Option<ConversationId>,
    /// Only messages that have these tags.
    pub tags: Option<BTreeMap<String, String>>,
    /// Only messages created at this time or later, in UTC.
    pub after_date: Option<Timestamp>,
    /// Only messages created at this time or earlier, in UTC.
    pub before_date: Option<Timestamp>,
}

impl ListMessages {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListMessages {
    type Response = ListMessagesResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listMessages", "/v1/chat/messages");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("nextToken", &self.next_token);
        parts.query("conversationId", &self.conversation_id);
        parts.query_styled("tags", Style::DOT_OBJECT, &self.tags);
        parts.query("afterDate", &self.after_date);
        parts.query("beforeDate", &self.before_date);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListMessages {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            next_token: input.optional("nextToken")?,
            conversation_id: input.optional("conversationId")?,
            tags: input.optional("tags")?,
            after_date: input.optional("afterDate")?,
            before_date: input.optional("beforeDate")?,
        })
    }
}

impl Paginated for ListMessages {
    type Item = Message;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<Message> {
        page.messages
    }
}

/// A call of [`Client::list_messages`](crate::Client::list_messages).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListMessagesCall = Call<ListMessages>;

impl Call<ListMessages> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }

    /// Only messages of this conversation.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Only messages that have these tags.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Only messages created at this time or later, in UTC.
    pub fn after_date(mut self, after_date: impl Into<Timestamp>) -> Self {
        self.request.after_date = Some(after_date.into());
        self
    }

    /// Only messages created at this time or earlier, in UTC.
    pub fn before_date(mut self, before_date: impl Into<Timestamp>) -> Self {
        self.request.before_date = Some(before_date.into());
        self
    }
}

/// A page of [`Message`](crate::types::Message) objects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListMessagesResponse {
    /// Messages of this page.
    pub messages: Vec<Message>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListMessagesResponse {
    required messages: "messages",
    required meta: "meta",
});
