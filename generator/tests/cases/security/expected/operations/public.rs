// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /public`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::public`](crate::Client::public).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Public {}

impl Public {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Public {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::get("public", "/public").with_security(&[]);

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for Public {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
