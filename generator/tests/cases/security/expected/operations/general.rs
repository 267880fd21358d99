// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /general`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::general`](crate::Client::general).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct General {}

impl General {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for General {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::get("general", "/general");

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for General {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
