// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pulls`

use crate::types::OpenPull;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::pull`](crate::Client::pull).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequest {
    /// Describes some properties in more detail, and leaves out the others.
    pub open_pull: OpenPull,
}

impl PullRequest {
    /// Creates a value with the required fields.
    pub fn new(open_pull: OpenPull) -> Self {
        Self { open_pull }
    }
}

impl Request for PullRequest {
    type Response = OpenPull;
    type Error = Value;

    const OPERATION: Operation = Operation::post("pull", "/pulls");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.open_pull);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PullRequest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            open_pull: input.object(&[])?,
        })
    }
}
