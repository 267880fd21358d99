// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /note`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Text, Value};

/// Inputs of [`Client::write_note`](crate::Client::write_note).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WriteNote {
    /// `body`
    pub body: String,
}

impl WriteNote {
    /// Creates a value with the required fields.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: body.into() }
    }
}

impl Request for WriteNote {
    type Response = Text;
    type Error = Value;

    const OPERATION: Operation = Operation::put("writeNote", "/note");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/markdown");
        parts.text("text/markdown", Some(&self.body));
    }
}

#[cfg(feature = "call-json")]
impl FromInput for WriteNote {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.required("body")?,
        })
    }
}
