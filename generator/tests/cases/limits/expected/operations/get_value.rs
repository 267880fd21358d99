// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /value`

use crate::types::Value;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_value`](crate::Client::get_value).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetValue {}

impl GetValue {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetValue {
    type Response = Value;
    type Error = openapi_client_runtime::Value;

    const OPERATION: Operation = Operation::get("getValue", "/value");

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for GetValue {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
