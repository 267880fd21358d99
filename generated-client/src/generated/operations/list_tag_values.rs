// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/tags/{key}/values`

use crate::Call;
use crate::types::{PageMeta, ServiceError, TagValue};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object, open_enum};
use openapi_client_runtime::{Operation, Paginated, Request, UnknownValue};

/// Inputs of [`Client::list_tag_values`](crate::Client::list_tag_values).
///
/// A [`ListTagValuesCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListTagValues {
    /// Name of the tag.
    pub key: String,
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub next_token: Option<String>,
    /// Kind of objects whose tag is meant.
    pub type_: ListTagValuesType,
}

impl ListTagValues {
    /// Creates a value with the required fields.
    pub fn new(key: impl Into<String>, type_: impl Into<ListTagValuesType>) -> Self {
        Self {
            key: key.into(),
            next_token: None,
            type_: type_.into(),
        }
    }
}

impl Request for ListTagValues {
    type Response = ListTagValuesResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("listTagValues", "/v1/chat/tags/{key}/values");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("key", &self.key);
        parts.query("nextToken", &self.next_token);
        parts.query("type", &self.type_);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListTagValues {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            key: input.required("key")?,
            next_token: input.optional("nextToken")?,
            type_: input.required("type")?,
        })
    }
}

impl Paginated for ListTagValues {
    type Item = TagValue;

    fn token(&self) -> Option<&str> {
        self.next_token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.next_token = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.meta.next_token.as_deref()
    }

    fn into_items(page: Self::Response) -> Vec<TagValue> {
        page.tags
    }
}

/// A call of [`Client::list_tag_values`](crate::Client::list_tag_values).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListTagValuesCall = Call<ListTagValues>;

impl Call<ListTagValues> {
    /// Where to continue: the `meta.nextToken` of the previous response. The other parameters stay
    /// the same from page to page.
    pub fn next_token(mut self, next_token: impl Into<String>) -> Self {
        self.request.next_token = Some(next_token.into());
        self
    }
}

/// Kind of objects that have a tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListTagValuesType {
    /// `user`
    User,
    /// `conversation`
    Conversation,
    /// `message`
    Message,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListTagValuesType {
    User: "user",
    Conversation: "conversation",
    Message: "message",
    ..Unlisted
});

/// A page of values of the tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListTagValuesResponse {
    /// Values of this page.
    pub tags: Vec<TagValue>,
    /// Where to get the next page.
    pub meta: PageMeta,
}

object!(ListTagValuesResponse {
    required tags: "tags",
    required meta: "meta",
});
