// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /notes`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoList, Operation, Request, Value};

/// Inputs of [`Client::note`](crate::Client::note).
///
/// A [`NoteCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// `body`
    pub body: Option<NoteBody>,
}

impl Note {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for Note {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("note", "/notes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.optional_json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Note {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.optional_object(&[])?,
        })
    }
}

/// A call of [`Client::note`](crate::Client::note).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type NoteCall = Call<Note>;

impl Call<Note> {
    /// `body`
    pub fn body(mut self, body: NoteBody) -> Self {
        self.request.body = Some(body);
        self
    }
}

/// `body`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NoteBody {
    /// `text`
    pub text: String,
    /// `tags`
    pub tags: Option<Vec<String>>,
}

object!(NoteBody {
    required text: "text",
    optional tags: "tags",
});

impl NoteBody {
    /// Creates a value with the required fields.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tags: None,
        }
    }

    /// `tags`
    #[must_use]
    pub fn tags<M>(mut self, tags: impl IntoList<String, M>) -> Self {
        self.tags = Some(tags.into_list());
        self
    }
}
