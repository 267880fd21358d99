// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /größe`

use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::drop_all`](crate::Client::drop_all).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DropAll {}

impl DropAll {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for DropAll {
    type Response = ();
    type Error = Problem;

    const OPERATION: Operation = Operation::delete("dropAll", "/größe");

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for DropAll {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
