// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /attachments`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoList, Operation, Request, Value};

/// Inputs of [`Client::attach`](crate::Client::attach).
///
/// A [`AttachCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Attach {
    /// `files`
    pub files: Option<Vec<openapi_client_runtime::Upload>>,
    /// `note`
    pub note: Option<String>,
}

impl Attach {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Attach {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("attach", "/attachments");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart();
        parts.optional_body();
        parts.files(
            "files",
            "application/octet-stream",
            self.files.iter().flatten(),
        );
        parts.optional_property("note", &self.note);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Attach {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            files: input.optional("files")?,
            note: input.optional("note")?,
        })
    }
}

/// A call of [`Client::attach`](crate::Client::attach).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AttachCall = Call<Attach>;

impl Call<Attach> {
    /// `files`
    pub fn files<M>(mut self, files: impl IntoList<openapi_client_runtime::Upload, M>) -> Self {
        self.request.files = Some(files.into_list());
        self
    }

    /// `note`
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.request.note = Some(note.into());
        self
    }
}
