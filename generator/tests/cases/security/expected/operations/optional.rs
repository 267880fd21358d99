// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /optional`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::optional`](crate::Client::optional).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Optional {}

impl Optional {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Optional {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation =
        Operation::get("optional", "/optional").with_security(&[&[], &["token"]]);

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for Optional {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
