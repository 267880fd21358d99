// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /files`

#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, into_map};
use openapi_client_runtime::{Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::send_files`](crate::Client::send_files).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendFiles {
    /// `body`
    pub body: BTreeMap<String, openapi_client_runtime::Upload>,
}

impl SendFiles {
    /// Creates a value with the required fields.
    pub fn new(
        body: impl IntoIterator<Item = (impl Into<String>, impl Into<openapi_client_runtime::Upload>)>,
    ) -> Self {
        Self {
            body: into_map(body),
        }
    }
}

impl Request for SendFiles {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("sendFiles", "/files");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart();
        parts.file_members("application/octet-stream", &self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendFiles {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.required("body")?,
        })
    }
}
