// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /values`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{JsonStream, Operation, Request};

/// Inputs of [`Client::stream_numbers`](crate::Client::stream_numbers).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct StreamNumbers {}

impl StreamNumbers {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for StreamNumbers {
    type Response = JsonStream<i64>;
    type Error = openapi_client_runtime::Value;

    const OPERATION: Operation = Operation::get("streamNumbers", "/values");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/jsonl");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for StreamNumbers {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
