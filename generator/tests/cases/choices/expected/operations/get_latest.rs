// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /latest`

use crate::types::Pet;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::get_latest`](crate::Client::get_latest).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetLatest {}

impl GetLatest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for GetLatest {
    type Response = GetLatestResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::get("getLatest", "/latest").with_redirects(&[302]);

    #[inline]
    fn encode(&self, _parts: &mut RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for GetLatest {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}

/// The responses of [`Client::get_latest`](crate::Client::get_latest), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetLatestResponse {
    /// Status 200: The latest pet.
    Ok(Pet),
    /// Status 302: It is somewhere else.
    Found(()),
}

responses!(GetLatestResponse {
    200 => Ok(Pet),
    302 => Found(()),
});
