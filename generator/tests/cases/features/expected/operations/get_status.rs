// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /status`

#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::runtime::{Operation, Parts, Request};
use crate::types::{Problem, Status};

/// Inputs of [`Client::get_status`](crate::Client::get_status).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetStatus {}

impl GetStatus {
    /// Nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetStatus {
    type Response = Status;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("getStatus", "/status");

    #[inline]
    fn encode(&self, _parts: &mut Parts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for GetStatus {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
