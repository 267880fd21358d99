// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /files`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoMap, Operation, Request, Value};
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
    pub fn new<M>(body: impl IntoMap<openapi_client_runtime::Upload, M>) -> Self {
        Self {
            body: body.into_map(),
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
