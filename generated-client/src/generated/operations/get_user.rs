// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/users/{id}`

use crate::types::{ServiceError, User, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_user`](crate::Client::get_user).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUser {
    /// Id of the user to return.
    pub id: UserId,
}

impl GetUser {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetUser {
    type Response = GetUserResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getUser", "/v1/chat/users/{id}");

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

/// The [`User`](crate::types::User) with the given id.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserResponse {
    /// Someone who interacts with the bot through one integration.
    pub user: User,
}

object!(GetUserResponse {
    required user: "user",
});
