// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /users/{id}`

use crate::types::{Problem, User, UserId};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_user`](crate::Client::get_user).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUser {
    /// `id`
    pub id: UserId,
}

impl GetUser {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetUser {
    type Response = User;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("getUser", "/users/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}
