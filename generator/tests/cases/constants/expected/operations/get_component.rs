// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /components`

use crate::Call;
use crate::types::{Component, Level, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, boolean_constant};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_component`](crate::Client::get_component).
///
/// A [`GetComponentCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetComponent {
    /// A number with a meaning.
    pub level: Option<Level>,
    /// `deep`
    pub deep: Option<GetComponentDeep>,
}

impl GetComponent {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetComponent {
    type Response = Component;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("getComponent", "/components");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("level", &self.level);
        parts.query("deep", &self.deep);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetComponent {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            level: input.optional("level")?,
            deep: input.optional("deep")?,
        })
    }
}

/// A call of [`Client::get_component`](crate::Client::get_component).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetComponentCall = Call<GetComponent>;

impl Call<GetComponent> {
    /// A number with a meaning.
    pub fn level(mut self, level: impl Into<Level>) -> Self {
        self.request.level = Some(level.into());
        self
    }

    /// `deep`
    pub fn deep(mut self, deep: impl Into<GetComponentDeep>) -> Self {
        self.request.deep = Some(deep.into());
        self
    }
}

/// Values of `deep`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetComponentDeep {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(GetComponentDeep {
    True: true,
    ..False
});
