// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /invoices/{id}/draft`

use crate::usage::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload, Value};

/// Inputs of [`Client::replace_draft`](crate::usage::Client::replace_draft).
///
/// A [`ReplaceDraftCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceDraft {
    /// `id`
    pub id: String,
    /// `body`
    pub body: Option<Upload>,
}

impl ReplaceDraft {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            body: None,
        }
    }
}

impl Request for ReplaceDraft {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("replaceDraft", "/invoices/{id}/draft");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.bytes("application/pdf", self.body.as_ref());
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplaceDraft {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.optional("body")?,
        })
    }
}

/// A call of [`Client::replace_draft`](crate::usage::Client::replace_draft).
///
/// Setters take values; [`when_some`](crate::usage::Call::when_some) takes an `Option`.
pub type ReplaceDraftCall = Call<ReplaceDraft>;

impl Call<ReplaceDraft> {
    /// `body`
    pub fn body(mut self, body: impl Into<Upload>) -> Self {
        self.request.body = Some(body.into());
        self
    }
}
