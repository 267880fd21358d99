// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /log`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::get_log`](crate::Client::get_log).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetLog {}

impl GetLog {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetLog {
    type Response = String;
    type Error = Value;

    const OPERATION: Operation = Operation::get("getLog", "/log");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetLog {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
