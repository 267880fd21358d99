// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /invoices/{id}/attachments`

use crate::usage::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Nullable, Operation, Request, Upload, Value};

/// Inputs of [`Client::attach_later`](crate::usage::Client::attach_later).
///
/// A [`AttachLaterCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AttachLater {
    /// `id`
    pub id: String,
    /// `file`
    pub file: Option<Upload>,
    /// `note`
    pub note: Option<Nullable<String>>,
}

impl AttachLater {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            file: None,
            note: None,
        }
    }
}

impl Request for AttachLater {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("attachLater", "/invoices/{id}/attachments");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.multipart();
        parts.files("file", "application/octet-stream", &self.file);
        parts.optional_property("note", &self.note);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AttachLater {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            file: input.optional("file")?,
            note: input.optional_nullable("note")?,
        })
    }
}

/// A call of [`Client::attach_later`](crate::usage::Client::attach_later).
///
/// Setters take values; [`when_some`](crate::usage::Call::when_some) takes an `Option`.
pub type AttachLaterCall = Call<AttachLater>;

impl Call<AttachLater> {
    /// `file`
    pub fn file(mut self, file: impl Into<Upload>) -> Self {
        self.request.file = Some(file.into());
        self
    }

    /// `note`
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.request.note = Some(Nullable::Value(note.into()));
        self
    }

    /// Leaves `note` out, because only JSON has null.
    pub fn note_null(mut self) -> Self {
        self.request.note = Some(Nullable::Null);
        self
    }
}
