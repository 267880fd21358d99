// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /files/{name}`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload, Value};

/// Inputs of [`Client::write_file`](crate::Client::write_file).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WriteFile {
    /// `name`
    pub name: String,
    /// `body`
    pub body: Upload,
}

impl WriteFile {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>, body: impl Into<Upload>) -> Self {
        Self {
            name: name.into(),
            body: body.into(),
        }
    }
}

impl Request for WriteFile {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("writeFile", "/files/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("name", &self.name);
        parts.bytes("application/octet-stream", Some(&self.body));
    }
}

#[cfg(feature = "call-json")]
impl FromInput for WriteFile {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
            body: input.required("body")?,
        })
    }
}
