// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::Call;
use crate::operations::AddPetResponse;
use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload};

/// Inputs of [`Client::add_pet_as_multipart`](crate::Client::add_pet_as_multipart).
///
/// A [`AddPetAsMultipartCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPetAsMultipart {
    /// `dry`
    pub dry: Option<bool>,
    /// `picture`
    pub picture: Upload,
}

impl AddPetAsMultipart {
    /// Creates a value with the required fields.
    pub fn new(picture: impl Into<Upload>) -> Self {
        Self {
            dry: None,
            picture: picture.into(),
        }
    }
}

impl Request for AddPetAsMultipart {
    type Response = AddPetResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("addPetAsMultipart", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.query("dry", &self.dry);
        parts.multipart();
        parts.files("picture", "application/octet-stream", [&self.picture]);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPetAsMultipart {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            picture: input.required("picture")?,
        })
    }
}

/// A call of [`Client::add_pet_as_multipart`](crate::Client::add_pet_as_multipart).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPetAsMultipartCall = Call<AddPetAsMultipart>;

impl Call<AddPetAsMultipart> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }
}
