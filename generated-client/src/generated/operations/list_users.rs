// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/users`

use crate::Call;
use crate::types::{
    ConversationId, PageMeta, ServiceError, SortDirection, User, UserRangeField, UserSortField,
};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{IntoMap, Operation, Paginated, Request, Timestamp};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_users`](crate::Client::list_users).
///
/// A [`ListUsersCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListUsers {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Only users that have participated in this conversation.
    pub conversation_id: Option<ConversationId>,
    /// Only users that have these tags.
    pub tags: Option<BTreeMap<String, String>>,
    /// Only users created or updated at this time or later, in UTC; `rangeField` picks which of the
    /// two.
    pub after_date: Option<Timestamp>,
    /// Only users created or updated at this time or earlier, in UTC; `rangeField` picks which of
    /// the two.
    pub before_date: Option<Timestamp>,
    /// Timestamp that `afterDate` and `beforeDate` apply to; `createdAt` if it is left out.
    pub range_field: Option<UserRangeField>,
    /// Timestamp to sort by.
    pub sort_field: Option<UserSortField>,
    /// Order of the results.
    pub sort_direction: Option<SortDirection>,
}

impl ListUsers {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListUsers {
    type Response = ListUsersResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listUsers", "/v1/chat/users");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("nextToken", &self.next_token);
        parts.query("conversationId", &self.conversation_id);
        parts.query_styled("tags", Style::DOT_OBJECT, &self.tags);
        parts.query("afterDate", &self.after_date);
        parts.query("beforeDate", &self.before_date);
        parts.query("rangeField", &self.range_field);
        parts.query("sortField", &self.sort_field);
        parts.query("sortDirection", &self.sort_direction);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListUsers {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            next_token: input.optional("nextToken")?,
            conversation_id: input.optional("conversationId")?,
            tags: input.optional("tags")?,
            after_date: input.optional("afterDate")?,
            before_date: input.optional("beforeDate")?,
            range_field: input.optional("rangeField")?,
            sort_field: input.optional("sortField")?,
            sort_direction: input.optional("sortDirection")?,
        })
    }
}

impl Paginated for ListUsers {
    type Item = User;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<User> {
        page.users
    }
}

/// A call of [`Client::list_users`](crate::Client::list_users).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListUsersCall = Call<ListUsers>;

impl Call<ListUsers> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }

    /// Only users that have participated in this conversation.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Only users that have these tags.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Only users created or updated at this time or later, in UTC; `rangeField` picks which of the
    /// two.
    pub fn after_date(mut self, after_date: impl Into<Timestamp>) -> Self {
        self.request.after_date = Some(after_date.into());
        self
    }

    /// Only users created or updated at this time or earlier, in UTC; `rangeField` picks which of
    /// the two.
    pub fn before_date(mut self, before_date: impl Into<Timestamp>) -> Self {
        self.request.before_date = Some(before_date.into());
        self
    }

    /// Timestamp that `afterDate` and `beforeDate` apply to; `createdAt` if it is left out.
    pub fn range_field(mut self, range_field: impl Into<UserRangeField>) -> Self {
        self.request.range_field = Some(range_field.into());
        self
    }

    /// Timestamp to sort by.
    pub fn sort_field(mut self, sort_field: impl Into<UserSortField>) -> Self {
        self.request.sort_field = Some(sort_field.into());
        self
    }

    /// Order of the results.
    pub fn sort_direction(mut self, sort_direction: impl Into<SortDirection>) -> Self {
        self.request.sort_direction = Some(sort_direction.into());
        self
    }
}

/// A page of [`User`](crate::types::User) objects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListUsersResponse {
    /// Users of this page.
    pub users: Vec<User>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListUsersResponse {
    required users: "users",
    required meta: "meta",
});
