// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /export`

use crate::types::{Problem, Tick, Waiting};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, errors};
use openapi_client_runtime::{JsonStream, Operation, Request};

/// Inputs of [`Client::export_ticks`](crate::Client::export_ticks).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ExportTicks {}

impl ExportTicks {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ExportTicks {
    type Response = JsonStream<Tick, ExportTicksError>;
    type Error = ExportTicksError;

    const OPERATION: Operation = Operation::get("exportTicks", "/export");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/jsonl, application/json");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ExportTicks {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}

/// The bodies of errors of [`Client::export_ticks`](crate::Client::export_ticks), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ExportTicksError {
    /// Status 503: Too busy.
    ServiceUnavailable(Waiting),
    /// Any other status: The error.
    Default(Problem),
}

errors!(ExportTicksError {
    503 => ServiceUnavailable(Waiting),
    _ => Default(Problem),
});
