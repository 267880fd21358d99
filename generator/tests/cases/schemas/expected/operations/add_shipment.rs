// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /shipments`

use crate::types::Shipment;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::add_shipment`](crate::Client::add_shipment).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddShipment {
    /// The discriminator is not a property of the alternatives.
    pub shipment: Shipment,
}

impl AddShipment {
    /// Creates a value with the required fields.
    pub fn new(shipment: impl Into<Shipment>) -> Self {
        Self {
            shipment: shipment.into(),
        }
    }
}

impl Request for AddShipment {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("addShipment", "/shipments");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.shipment);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddShipment {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            shipment: input.required("body")?,
        })
    }
}
