// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /requests`

use crate::types::Request;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Value};

/// Inputs of [`Client::thing`](crate::Client::thing).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingRequest {}

impl ThingRequest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl openapi_client_runtime::Request for ThingRequest {
    type Response = Request;
    type Error = Value;

    const OPERATION: Operation = Operation::get("thing", "/requests");

    #[inline]
    fn encode(&self, _parts: &mut openapi_client_runtime::codegen::RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for ThingRequest {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
