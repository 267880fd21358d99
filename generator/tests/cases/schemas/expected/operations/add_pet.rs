// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::types::Pet;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::add_pet`](crate::Client::add_pet).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPet {
    /// A pet.
    pub pet: Pet,
}

impl AddPet {
    /// Creates a value with the required fields.
    pub fn new(pet: impl Into<Pet>) -> Self {
        Self { pet: pet.into() }
    }
}

impl Request for AddPet {
    type Response = Pet;
    type Error = Value;

    const OPERATION: Operation = Operation::post("addPet", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.pet);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPet {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            pet: input.required("body")?,
        })
    }
}
