// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /prices`

use crate::usage::types::{Price, Problem};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{EventStream, Operation, Request};

/// Inputs of [`Client::watch_prices`](crate::usage::Client::watch_prices).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WatchPrices {}

impl WatchPrices {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for WatchPrices {
    type Response = EventStream<Price, Problem>;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("watchPrices", "/prices");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/event-stream, application/json");
    }
}

#[cfg(feature = "call-json")]
impl FromInput for WatchPrices {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
