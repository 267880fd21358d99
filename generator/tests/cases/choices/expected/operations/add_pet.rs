// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::Call;
use crate::types::{Pet, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{Operation, Request, Text};

/// Inputs of [`Client::add_pet`](crate::Client::add_pet).
///
/// A [`AddPetCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPet {
    /// `dry`
    pub dry: Option<bool>,
    /// A pet is written and read.
    pub pet: Pet,
}

impl AddPet {
    /// Creates a value with the required fields.
    pub fn new(pet: Pet) -> Self {
        Self { dry: None, pet }
    }
}

impl Request for AddPet {
    type Response = AddPetResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("addPet", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.query("dry", &self.dry);
        parts.json(&self.pet);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPet {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            pet: input.object(&[])?,
        })
    }
}

/// A call of [`Client::add_pet`](crate::Client::add_pet).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPetCall = Call<AddPet>;

impl Call<AddPet> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }
}

/// The responses of [`Client::add_pet`](crate::Client::add_pet), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddPetResponse {
    /// Status 200: The pet is stored.
    Ok(Pet),
    /// Status 202: The pet is being checked.
    Accepted(Text),
}

responses!(AddPetResponse {
    200 => Ok(Pet),
    202 => Accepted(Text),
});
