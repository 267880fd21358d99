// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /invoices/{id}`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload, Value};

/// Inputs of [`Client::upload_invoice`](crate::usage::Client::upload_invoice).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadInvoice {
    /// `id`
    pub id: String,
    /// `body`
    pub body: Upload,
}

impl UploadInvoice {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>, body: impl Into<Upload>) -> Self {
        Self {
            id: id.into(),
            body: body.into(),
        }
    }
}

impl Request for UploadInvoice {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("uploadInvoice", "/invoices/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.bytes("application/pdf", Some(&self.body));
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UploadInvoice {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.required("body")?,
        })
    }
}
