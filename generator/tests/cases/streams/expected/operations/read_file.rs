// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /files/{name}`

use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Binary, Operation, Request};

/// Inputs of [`Client::read_file`](crate::Client::read_file).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadFile {
    /// `name`
    pub name: String,
}

impl ReadFile {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Request for ReadFile {
    type Response = Binary;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("readFile", "/files/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/octet-stream, application/json");
        parts.path("name", &self.name);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReadFile {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
        })
    }
}
