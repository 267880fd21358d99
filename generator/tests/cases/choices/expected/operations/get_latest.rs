// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /latest`

use crate::Call;
use crate::types::Pet;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::get_latest`](crate::Client::get_latest).
///
/// A [`GetLatestCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetLatest {
    /// `If-None-Match`
    pub if_none_match: Option<String>,
}

impl GetLatest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetLatest {
    type Response = GetLatestResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::get("getLatest", "/latest").with_redirects(&[302, 304]);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.header("If-None-Match", &self.if_none_match);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetLatest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            if_none_match: input.optional("If-None-Match")?,
        })
    }
}

/// A call of [`Client::get_latest`](crate::Client::get_latest).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetLatestCall = Call<GetLatest>;

impl Call<GetLatest> {
    /// `If-None-Match`
    pub fn if_none_match(mut self, if_none_match: impl Into<String>) -> Self {
        self.request.if_none_match = Some(if_none_match.into());
        self
    }
}

/// The responses of [`Client::get_latest`](crate::Client::get_latest), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetLatestResponse {
    /// Status 200: The latest pet.
    Ok(Pet),
    /// Status 302: It is somewhere else.
    Found(()),
    /// Status 304: It is the one that you have.
    NotModified(()),
}

responses!(GetLatestResponse {
    200 => Ok(Pet),
    302 => Found(()),
    304 => NotModified(()),
});
