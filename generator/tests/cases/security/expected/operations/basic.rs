// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /basic`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::basic`](crate::Client::basic).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Basic {}

impl Basic {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Basic {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation =
        Operation::get("basic", "/basic").with_security(&[&["login"], &["session"]]);

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for Basic {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
