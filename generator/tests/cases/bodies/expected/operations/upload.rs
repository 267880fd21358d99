// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /upload`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoList, Operation, Request, Value};

/// Inputs of [`Client::upload`](crate::Client::upload).
///
/// A [`UploadCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Upload {
    /// `file`
    pub file: openapi_client_runtime::Upload,
    /// `more`
    pub more: Option<Vec<openapi_client_runtime::Upload>>,
    /// `note`
    pub note: Option<String>,
    /// `about`
    pub about: Option<UploadAbout>,
}

impl Upload {
    /// Creates a value with the required fields.
    pub fn new(file: impl Into<openapi_client_runtime::Upload>) -> Self {
        Self {
            file: file.into(),
            more: None,
            note: None,
            about: None,
        }
    }
}

impl Request for Upload {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("upload", "/upload");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart();
        parts.files("file", "image/png", [&self.file]);
        parts.files(
            "more",
            "application/octet-stream",
            self.more.iter().flatten(),
        );
        parts.optional_property("note", &self.note);
        parts.optional_property("about", &self.about);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Upload {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            file: input.required("file")?,
            more: input.optional("more")?,
            note: input.optional("note")?,
            about: input.optional("about")?,
        })
    }
}

/// A call of [`Client::upload`](crate::Client::upload).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UploadCall = Call<Upload>;

impl Call<Upload> {
    /// `more`
    pub fn more<M>(mut self, more: impl IntoList<openapi_client_runtime::Upload, M>) -> Self {
        self.request.more = Some(more.into_list());
        self
    }

    /// `note`
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.request.note = Some(note.into());
        self
    }

    /// `about`
    pub fn about(mut self, about: UploadAbout) -> Self {
        self.request.about = Some(about);
        self
    }
}

/// `about`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadAbout {
    /// `tags`
    pub tags: Vec<String>,
}

object!(UploadAbout {
    required tags: "tags",
});

impl UploadAbout {
    /// Creates a value with the required fields.
    pub fn new<M>(tags: impl IntoList<String, M>) -> Self {
        Self {
            tags: tags.into_list(),
        }
    }
}
