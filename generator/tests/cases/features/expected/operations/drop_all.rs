// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /größe`

#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::runtime::{Operation, Parts, Request};
use crate::types::Problem;

/// Inputs of [`Client::drop_all`](crate::Client::drop_all).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DropAll {}

impl DropAll {
    /// Nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for DropAll {
    type Response = ();
    type Error = Problem;

    const OPERATION: Operation = Operation::delete("dropAll", "/größe");

    #[inline]
    fn encode(&self, _parts: &mut Parts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for DropAll {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
