// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /ticks/{symbol}`

use crate::types::{Problem, Tick};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{EventStream, Operation, Request};

/// Inputs of [`Client::watch_ticks`](crate::Client::watch_ticks).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WatchTicks {
    /// `symbol`
    pub symbol: String,
}

impl WatchTicks {
    /// Creates a value with the required fields.
    pub fn new(symbol: impl Into<String>) -> Self {
        Self {
            symbol: symbol.into(),
        }
    }
}

impl Request for WatchTicks {
    type Response = EventStream<Tick, Problem>;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("watchTicks", "/ticks/{symbol}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/event-stream, application/json");
        parts.path("symbol", &self.symbol);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for WatchTicks {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            symbol: input.required("symbol")?,
        })
    }
}
