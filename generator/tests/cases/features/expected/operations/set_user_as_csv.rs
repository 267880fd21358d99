// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /users/{id}`

use crate::Call;
use crate::operations::SetUserResponse;
use crate::types::{Problem, UserId};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::set_user_as_csv`](crate::Client::set_user_as_csv).
///
/// A [`SetUserAsCsvCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetUserAsCsv {
    /// `id`
    pub id: UserId,
    /// `body`
    pub body: Option<String>,
}

impl SetUserAsCsv {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            body: None,
        }
    }
}

impl Request for SetUserAsCsv {
    type Response = SetUserResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::put("setUserAsCsv", "/users/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.text("text/csv", self.body.as_ref());
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetUserAsCsv {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.optional("body")?,
        })
    }
}

/// A call of [`Client::set_user_as_csv`](crate::Client::set_user_as_csv).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SetUserAsCsvCall = Call<SetUserAsCsv>;

impl Call<SetUserAsCsv> {
    /// `body`
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.request.body = Some(body.into());
        self
    }
}
