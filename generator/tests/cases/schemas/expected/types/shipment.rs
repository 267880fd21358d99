// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Letter, Parcel};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The discriminator is not a property of the alternatives.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shipment {
    /// Where `form` is `letter` or `card`.
    Letter(Letter),
    /// Where `form` is `parcel`.
    Parcel(Parcel),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Shipment {
    Letter(Letter): "letter" | "card",
    Parcel(Parcel): "parcel",
    ..Unlisted
} tagged "form");

impl From<Letter> for Shipment {
    fn from(value: Letter) -> Self {
        Self::Letter(value)
    }
}

impl From<Parcel> for Shipment {
    fn from(value: Parcel) -> Self {
        Self::Parcel(value)
    }
}
