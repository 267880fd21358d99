// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /export`

use crate::usage::types::Price;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{JsonStream, Operation, Request, Value};

/// Inputs of [`Client::export_prices`](crate::usage::Client::export_prices).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ExportPrices {}

impl ExportPrices {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ExportPrices {
    type Response = JsonStream<Price>;
    type Error = Value;

    const OPERATION: Operation = Operation::get("exportPrices", "/export");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/jsonl");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ExportPrices {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
