// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /clients`

use crate::types::ClientBuilder;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Value};

/// Inputs of [`Client::client`](crate::Client::client).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Client {}

impl Client {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl openapi_client_runtime::Request for Client {
    type Response = ClientBuilder;
    type Error = Value;

    const OPERATION: Operation = Operation::get("client", "/clients");

    #[inline]
    fn encode(&self, _parts: &mut openapi_client_runtime::codegen::RequestParts) {}
}

#[cfg(feature = "call-json")]
impl FromInput for Client {
    fn from_input(_input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {})
    }
}
