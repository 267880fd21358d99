// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /plain`

use crate::descriptions::Call;
use crate::descriptions::types::Plain;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::plain`](crate::descriptions::Client::plain).
///
/// A [`PlainRequestCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PlainRequest {
    /// One of \[a, b\] or a\[0\].
    pub list: Option<String>,
}

impl PlainRequest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for PlainRequest {
    type Response = Plain;
    type Error = Value;

    const OPERATION: Operation = Operation::get("plain", "/plain");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("list", &self.list);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PlainRequest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            list: input.optional("list")?,
        })
    }
}

/// A call of [`Client::plain`](crate::descriptions::Client::plain).
///
/// Setters take values; [`when_some`](crate::descriptions::Call::when_some) takes an `Option`.
pub type PlainRequestCall = Call<PlainRequest>;

impl Call<PlainRequest> {
    /// One of \[a, b\] or a\[0\].
    pub fn list(mut self, list: impl Into<String>) -> Self {
        self.request.list = Some(list.into());
        self
    }
}
