// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/conversations/{id}/participants`

use crate::Call;
use crate::types::{ConversationId, PageMeta, ServiceError, User};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Paginated, Request};

/// Inputs of [`Client::list_participants`](crate::Client::list_participants).
///
/// A [`ListParticipantsCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListParticipants {
    /// Id of the conversation whose participants are listed.
    pub id: ConversationId,
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
}

impl ListParticipants {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ConversationId>) -> Self {
        Self {
            id: id.into(),
            next_token: None,
        }
    }
}

impl Request for ListParticipants {
    type Response = ListParticipantsResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get(
        "listParticipants",
        "/v1/chat/conversations/{id}/participants",
    );

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.query("nextToken", &self.next_token);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListParticipants {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            next_token: input.optional("nextToken")?,
        })
    }
}

impl Paginated for ListParticipants {
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
        page.participants
    }
}

/// A call of [`Client::list_participants`](crate::Client::list_participants).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListParticipantsCall = Call<ListParticipants>;

impl Call<ListParticipants> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }
}

/// A page of participants, each of them a [`User`](crate::types::User).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListParticipantsResponse {
    /// Participants of this page.
    pub participants: Vec<User>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListParticipantsResponse {
    required participants: "participants",
    required meta: "meta",
});
