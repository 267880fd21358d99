// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /pets/{id}`

use crate::types::{Missing, Pet, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, errors, responses};
use openapi_client_runtime::{Operation, Request, Text};

/// Inputs of [`Client::find_pet`](crate::Client::find_pet).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FindPet {
    /// `id`
    pub id: i32,
}

impl FindPet {
    /// Creates a value with the required fields.
    pub fn new(id: i32) -> Self {
        Self { id }
    }
}

impl Request for FindPet {
    type Response = FindPetResponse;
    type Error = FindPetError;

    const OPERATION: Operation = Operation::get("findPet", "/pets/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for FindPet {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// The responses of [`Client::find_pet`](crate::Client::find_pet), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindPetResponse {
    /// Status 200: The pet.
    Ok(Pet),
    /// Status 202: It is being looked for.
    Accepted(Text),
    /// Status 204: There is none.
    NoContent(()),
}

responses!(FindPetResponse {
    200 => Ok(Pet),
    202 => Accepted(Text),
    204 => NoContent(()),
});

/// The bodies of errors of [`Client::find_pet`](crate::Client::find_pet), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindPetError {
    /// Status 404: There never was one.
    NotFound(Missing),
    /// Status 400 to 499: Something else is wrong.
    ClientError(Problem),
    /// Any other status: Anything.
    Default(Problem),
}

errors!(FindPetError {
    404 => NotFound(Missing),
    400..=499 => ClientError(Problem),
    _ => Default(Problem),
});
