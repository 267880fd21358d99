// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /invoices/{id}/attachments`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload, Value};

/// Inputs of [`Client::attach`](crate::usage::Client::attach).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Attach {
    /// `id`
    pub id: String,
    /// `file`
    pub file: Upload,
    /// `title`
    pub title: String,
}

impl Attach {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>, file: impl Into<Upload>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            file: file.into(),
            title: title.into(),
        }
    }
}

impl Request for Attach {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("attach", "/invoices/{id}/attachments");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.multipart();
        parts.files("file", "application/octet-stream", [&self.file]);
        parts.property("title", &self.title);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Attach {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            file: input.required("file")?,
            title: input.required("title")?,
        })
    }
}
