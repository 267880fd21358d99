// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /builder`

use crate::types::Option2;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Value};

/// Inputs of [`Client::builder_`](crate::Client::builder_).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Builder {}

impl Builder {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl openapi_client_runtime::Request for Builder {
    type Response = Option2;
    type Error = Value;

    const OPERATION: Operation = Operation::get("builder", "/builder");

    #[inline]
    fn encode(&self, _parts: &mut openapi_client_runtime::codegen::RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for Builder {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
