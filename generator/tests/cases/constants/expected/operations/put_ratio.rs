// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /components`

use crate::types::Ratio;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::put_ratio`](crate::Client::put_ratio).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutRatio {
    /// `body`
    pub ratio: Ratio,
}

impl PutRatio {
    /// Creates a value with the required fields.
    pub fn new(ratio: Ratio) -> Self {
        Self { ratio }
    }
}

impl Request for PutRatio {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("putRatio", "/components");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.ratio);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PutRatio {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            ratio: input.object(&[])?,
        })
    }
}
