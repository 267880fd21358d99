// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /vehicles`

use crate::types::Vehicle;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::park`](crate::Client::park).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Park {
    /// The properties that all kinds of vehicles have.
    pub vehicle: Vehicle,
}

impl Park {
    /// Creates a value with the required fields.
    pub fn new(vehicle: Vehicle) -> Self {
        Self { vehicle }
    }
}

impl Request for Park {
    type Response = Vehicle;
    type Error = Value;

    const OPERATION: Operation = Operation::post("park", "/vehicles");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.vehicle);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Park {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            vehicle: input.object(&[])?,
        })
    }
}
