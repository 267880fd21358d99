// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/users/{id}`

use crate::types::{ServiceError, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::delete_user`](crate::Client::delete_user).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteUser {
    /// Id of the user to delete.
    pub id: UserId,
}

impl DeleteUser {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DeleteUser {
    type Response = DeleteUserResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::delete("deleteUser", "/v1/chat/users/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DeleteUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// Empty: the user no longer exists.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserResponse {}

object!(DeleteUserResponse {});
