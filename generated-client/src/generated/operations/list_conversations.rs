// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/conversations`

use crate::Call;
use crate::types::{
    Conversation, ConversationSortField, PageMeta, ServiceError, SortDirection, UserId,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Paginated, Request, Timestamp};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_conversations`](crate::Client::list_conversations).
///
/// A [`ListConversationsCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListConversations {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Timestamp to sort by.
    pub sort_field: Option<ConversationSortField>,
    /// Order of the results.
    pub sort_direction: Option<SortDirection>,
    /// Only conversations that have these tags.
    pub tags: Option<BTreeMap<String, String>>,
    /// Only conversations that these users participate in.
    pub participant_ids: Option<Vec<UserId>>,
    /// Only conversations of the integration with this name.
    pub integration_name: Option<String>,
    /// Only conversations in the channel with this name.
    pub channel: Option<String>,
    /// Only conversations created at this time or later, in UTC.
    pub after_date: Option<Timestamp>,
    /// Only conversations created at this time or earlier, in UTC.
    pub before_date: Option<Timestamp>,
}

impl ListConversations {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListConversations {
    type Response = ListConversationsResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listConversations", "/v1/chat/conversations");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("nextToken", &self.next_token);
        parts.query("sortField", &self.sort_field);
        parts.query("sortDirection", &self.sort_direction);
        parts.query_styled("tags", Style::DOT_OBJECT, &self.tags);
        parts.query("participantIds", &self.participant_ids);
        parts.query("integrationName", &self.integration_name);
        parts.query("channel", &self.channel);
        parts.query("afterDate", &self.after_date);
        parts.query("beforeDate", &self.before_date);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListConversations {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            next_token: input.optional("nextToken")?,
            sort_field: input.optional("sortField")?,
            sort_direction: input.optional("sortDirection")?,
            tags: input.optional("tags")?,
            participant_ids: input.optional("participantIds")?,
            integration_name: input.optional("integrationName")?,
            channel: input.optional("channel")?,
            after_date: input.optional("afterDate")?,
            before_date: input.optional("beforeDate")?,
        })
    }
}

impl Paginated for ListConversations {
    type Item = Conversation;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<Conversation> {
        page.conversations
    }
}

/// A call of [`Client::list_conversations`](crate::Client::list_conversations).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListConversationsCall = Call<ListConversations>;

impl Call<ListConversations> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }

    /// Timestamp to sort by.
    pub fn sort_field(mut self, sort_field: impl Into<ConversationSortField>) -> Self {
        self.request.sort_field = Some(sort_field.into());
        self
    }

    /// Order of the results.
    pub fn sort_direction(mut self, sort_direction: impl Into<SortDirection>) -> Self {
        self.request.sort_direction = Some(sort_direction.into());
        self
    }

    /// Only conversations that have these tags.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Only conversations that these users participate in.
    pub fn participant_ids<M>(mut self, participant_ids: impl IntoList<UserId, M>) -> Self {
        self.request.participant_ids = Some(participant_ids.into_list());
        self
    }

    /// Only conversations of the integration with this name.
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.request.integration_name = Some(integration_name.into());
        self
    }

    /// Only conversations in the channel with this name.
    pub fn channel(mut self, channel: impl Into<String>) -> Self {
        self.request.channel = Some(channel.into());
        self
    }

    /// Only conversations created at this time or later, in UTC.
    pub fn after_date(mut self, after_date: impl Into<Timestamp>) -> Self {
        self.request.after_date = Some(after_date.into());
        self
    }

    /// Only conversations created at this time or earlier, in UTC.
    pub fn before_date(mut self, before_date: impl Into<Timestamp>) -> Self {
        self.request.before_date = Some(before_date.into());
        self
    }
}

/// A page of [`Conversation`](crate::types::Conversation) objects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// Conversations of this page.
    pub conversations: Vec<Conversation>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListConversationsResponse {
    required conversations: "conversations",
    required meta: "meta",
});
