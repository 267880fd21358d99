// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /albums`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoList, Operation, Request, Upload, Value};

/// Inputs of [`Client::add_pictures`](crate::Client::add_pictures).
///
/// A [`AddPicturesCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPictures {
    /// `title`
    pub title: String,
    /// `cover`
    pub cover: Upload,
    /// `pictures`
    pub pictures: Option<Vec<Upload>>,
    /// `preview`
    pub preview: Option<Upload>,
    /// `note`
    pub note: Option<Upload>,
}

impl AddPictures {
    /// Creates a value with the required fields.
    pub fn new(title: impl Into<String>, cover: impl Into<Upload>) -> Self {
        Self {
            title: title.into(),
            cover: cover.into(),
            pictures: None,
            preview: None,
            note: None,
        }
    }
}

impl Request for AddPictures {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("addPictures", "/albums");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart();
        parts.property("title", &self.title);
        parts.files("cover", "image/png", [&self.cover]);
        parts.files("pictures", "image/png", self.pictures.iter().flatten());
        parts.files("preview", "image/webp", &self.preview);
        parts.files("note", "application/octet-stream", &self.note);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPictures {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            title: input.required("title")?,
            cover: input.required("cover")?,
            pictures: input.optional("pictures")?,
            preview: input.optional("preview")?,
            note: input.optional("note")?,
        })
    }
}

/// A call of [`Client::add_pictures`](crate::Client::add_pictures).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPicturesCall = Call<AddPictures>;

impl Call<AddPictures> {
    /// `pictures`
    pub fn pictures<M>(mut self, pictures: impl IntoList<Upload, M>) -> Self {
        self.request.pictures = Some(pictures.into_list());
        self
    }

    /// `preview`
    pub fn preview(mut self, preview: impl Into<Upload>) -> Self {
        self.request.preview = Some(preview.into());
        self
    }

    /// `note`
    pub fn note(mut self, note: impl Into<Upload>) -> Self {
        self.request.note = Some(note.into());
        self
    }
}
