// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /latest`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::reset_latest`](crate::Client::reset_latest).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ResetLatest {}

impl ResetLatest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ResetLatest {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("resetLatest", "/latest").with_server("/v2");

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for ResetLatest {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
