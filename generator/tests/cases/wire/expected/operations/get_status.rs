// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /status`

use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_status`](crate::Client::get_status).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetStatus {}

impl GetStatus {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetStatus {
    type Response = ();
    type Error = Problem;

    const OPERATION: Operation =
        Operation::get("getStatus", "/status").without_headers(&["X-Tenant-Id"]);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/problem+json");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetStatus {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
