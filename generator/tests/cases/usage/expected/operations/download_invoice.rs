// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /invoices/{id}`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Binary, Operation, Request, Value};

/// Inputs of [`Client::download_invoice`](crate::usage::Client::download_invoice).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DownloadInvoice {
    /// `id`
    pub id: String,
}

impl DownloadInvoice {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DownloadInvoice {
    type Response = Binary;
    type Error = Value;

    const OPERATION: Operation = Operation::get("downloadInvoice", "/invoices/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/pdf");
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DownloadInvoice {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}
