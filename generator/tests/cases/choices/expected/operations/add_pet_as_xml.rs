// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::Call;
use crate::operations::AddPetResponse;
use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::add_pet_as_xml`](crate::Client::add_pet_as_xml).
///
/// A [`AddPetAsXmlCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPetAsXml {
    /// `dry`
    pub dry: Option<bool>,
    /// `body`
    pub body: String,
}

impl AddPetAsXml {
    /// Creates a value with the required fields.
    pub fn new(body: impl Into<String>) -> Self {
        Self {
            dry: None,
            body: body.into(),
        }
    }
}

impl Request for AddPetAsXml {
    type Response = AddPetResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("addPetAsXml", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.query("dry", &self.dry);
        parts.text("application/xml", Some(&self.body));
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPetAsXml {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            body: input.required("body")?,
        })
    }
}

/// A call of [`Client::add_pet_as_xml`](crate::Client::add_pet_as_xml).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPetAsXmlCall = Call<AddPetAsXml>;

impl Call<AddPetAsXml> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }
}
