// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /users/{id}`

use crate::Call;
use crate::types::{Problem, User, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::set_user`](crate::Client::set_user).
///
/// A [`SetUserCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetUser {
    /// `id`
    pub id: UserId,
    /// `body`
    pub user: Option<User>,
}

impl SetUser {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            user: None,
        }
    }
}

impl Request for SetUser {
    type Response = SetUserResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::put("setUser", "/users/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.optional_json(&self.user);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("path.id")?,
            user: input.optional_object(&[("id", "body.id")])?,
        })
    }
}

/// A call of [`Client::set_user`](crate::Client::set_user).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SetUserCall = Call<SetUser>;

impl Call<SetUser> {
    /// `body`
    pub fn user(mut self, user: User) -> Self {
        self.request.user = Some(user);
        self
    }
}

/// The responses of [`Client::set_user`](crate::Client::set_user), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SetUserResponse {
    /// Status 200: The user.
    Ok(User),
    /// Status 202: Later.
    Accepted(()),
}

responses!(SetUserResponse {
    200 => Ok(User),
    202 => Accepted(()),
});
