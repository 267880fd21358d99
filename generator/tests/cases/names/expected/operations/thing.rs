// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /requests`

#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::runtime::{Operation, Value};
use crate::types::Request;

/// Inputs of [`Client::thing`](crate::Client::thing).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingRequest {}

impl ThingRequest {
    /// Nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl crate::runtime::Request for ThingRequest {
    type Response = Request;
    type Error = Value;

    const OPERATION: Operation = Operation::get("thing", "/requests");

    #[inline]
    fn encode(&self, _parts: &mut crate::runtime::Parts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for ThingRequest {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
