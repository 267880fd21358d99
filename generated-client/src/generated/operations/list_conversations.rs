//! `GET /v1/chat/conversations`

use crate::runtime::{
    Answer, Call, Decode, Encode, Operation, Paginated, Parts, Request, Style, Timestamp, object,
    timestamp,
};
#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::types::{
    Conversation, ConversationSortField, ErrorBody, PageMeta, SortDirection, UserId,
};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_conversations`](crate::Client::list_conversations).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversations {
    /// `nextToken`
    pub next_token: Option<String>,
    /// `sortField`
    pub sort_field: Option<ConversationSortField>,
    /// `sortDirection`
    pub sort_direction: Option<SortDirection>,
    /// `tags`
    pub tags: Option<BTreeMap<String, String>>,
    /// `participantIds`
    pub participant_ids: Option<Vec<UserId>>,
    /// `integrationName`
    pub integration_name: Option<String>,
    /// `channel`
    pub channel: Option<String>,
    /// `afterDate`
    pub after_date: Option<Timestamp>,
    /// `beforeDate`
    pub before_date: Option<Timestamp>,
}

impl ListConversations {
    /// Starts with what is required.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            next_token: None,
            sort_field: None,
            sort_direction: None,
            tags: None,
            participant_ids: None,
            integration_name: None,
            channel: None,
            after_date: None,
            before_date: None,
        }
    }
}

impl Request for ListConversations {
    type Response = ListConversationsResponse;
    type Error = ErrorBody;

    const OPERATION: Operation = Operation::get("listConversations", "/v1/chat/conversations");

    fn encode(&self, parts: &mut Parts) -> Encode {
        parts.query("nextToken", &self.next_token)?;
        parts.query("sortField", &self.sort_field)?;
        parts.query("sortDirection", &self.sort_direction)?;
        parts.query_styled("tags", Style::DOT_OBJECT, &self.tags)?;
        parts.query("participantIds", &self.participant_ids)?;
        parts.query("integrationName", &self.integration_name)?;
        parts.query("channel", &self.channel)?;
        parts.query("afterDate", &timestamp(&self.after_date))?;
        parts.query("beforeDate", &timestamp(&self.before_date))?;
        Ok(())
    }

    fn decode(answer: &Answer) -> Decode<Self::Response> {
        answer.json()
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

impl Call<ListConversations> {
    /// `nextToken`
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }
    /// `sortField`
    pub fn sort_field(mut self, sort_field: impl Into<ConversationSortField>) -> Self {
        self.request.sort_field = Some(sort_field.into());
        self
    }
    /// `sortDirection`
    pub fn sort_direction(mut self, sort_direction: impl Into<SortDirection>) -> Self {
        self.request.sort_direction = Some(sort_direction.into());
        self
    }
    /// `tags`
    pub fn tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.request.tags = Some(
            tags.into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
        );
        self
    }
    /// `participantIds`
    pub fn participant_ids(
        mut self,
        participant_ids: impl IntoIterator<Item = impl Into<UserId>>,
    ) -> Self {
        self.request.participant_ids = Some(participant_ids.into_iter().map(Into::into).collect());
        self
    }
    /// `integrationName`
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.request.integration_name = Some(integration_name.into());
        self
    }
    /// `channel`
    pub fn channel(mut self, channel: impl Into<String>) -> Self {
        self.request.channel = Some(channel.into());
        self
    }
    /// `afterDate`
    pub fn after_date(mut self, after_date: impl Into<Timestamp>) -> Self {
        self.request.after_date = Some(after_date.into());
        self
    }
    /// `beforeDate`
    pub fn before_date(mut self, before_date: impl Into<Timestamp>) -> Self {
        self.request.before_date = Some(before_date.into());
        self
    }
}

impl Paginated for ListConversations {
    type Item = Conversation;

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

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// `conversations`
    pub conversations: Vec<Conversation>,
    /// `meta`
    pub meta: PageMeta,
}

object!(ListConversationsResponse {
    required conversations: "conversations",
    required meta: "meta",
});
