// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /notes`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::note_as_form`](crate::Client::note_as_form).
///
/// A [`NoteAsFormCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NoteAsForm {
    /// `text`
    pub text: Option<String>,
}

impl NoteAsForm {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for NoteAsForm {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("noteAsForm", "/notes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.optional_body();
        parts.optional_property("text", &self.text);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for NoteAsForm {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            text: input.optional("text")?,
        })
    }
}

/// A call of [`Client::note_as_form`](crate::Client::note_as_form).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type NoteAsFormCall = Call<NoteAsForm>;

impl Call<NoteAsForm> {
    /// `text`
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.request.text = Some(text.into());
        self
    }
}
