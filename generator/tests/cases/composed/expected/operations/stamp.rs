// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /stamps`

use crate::types::Stamp;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::stamp`](crate::Client::stamp).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StampRequest {
    /// Describes them more strictly.
    pub stamp: Stamp,
}

impl StampRequest {
    /// Creates a value with the required fields.
    pub fn new(stamp: Stamp) -> Self {
        Self { stamp }
    }
}

impl Request for StampRequest {
    type Response = Stamp;
    type Error = Value;

    const OPERATION: Operation = Operation::post("stamp", "/stamps");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.stamp);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for StampRequest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            stamp: input.object(&[])?,
        })
    }
}
