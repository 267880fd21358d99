// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::Call;
use crate::operations::AddPetResponse;
use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Upload};

/// Inputs of [`Client::add_pet_as_png`](crate::Client::add_pet_as_png).
///
/// A [`AddPetAsPngCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPetAsPng {
    /// `dry`
    pub dry: Option<bool>,
    /// `body`
    pub body: Upload,
}

impl AddPetAsPng {
    /// Creates a value with the required fields.
    pub fn new(body: impl Into<Upload>) -> Self {
        Self {
            dry: None,
            body: body.into(),
        }
    }
}

impl Request for AddPetAsPng {
    type Response = AddPetResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("addPetAsPng", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.query("dry", &self.dry);
        parts.bytes("image/png", Some(&self.body));
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPetAsPng {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            body: input.required("body")?,
        })
    }
}

/// A call of [`Client::add_pet_as_png`](crate::Client::add_pet_as_png).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPetAsPngCall = Call<AddPetAsPng>;

impl Call<AddPetAsPng> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }
}
