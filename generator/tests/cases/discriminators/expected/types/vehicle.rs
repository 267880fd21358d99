// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Bike, Boat, Car};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// Only the parent of the alternatives has a discriminator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Vehicle {
    /// `Car`
    Car(Car),
    /// `Bike`
    Bike(Bike),
    /// `Boat`
    Boat(Boat),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Vehicle {
    Car(Car),
    Bike(Bike),
    Boat(Boat),
    ..Unlisted
});

impl From<Car> for Vehicle {
    fn from(value: Car) -> Self {
        Self::Car(value)
    }
}

impl From<Bike> for Vehicle {
    fn from(value: Bike) -> Self {
        Self::Bike(value)
    }
}

impl From<Boat> for Vehicle {
    fn from(value: Boat) -> Self {
        Self::Boat(value)
    }
}
