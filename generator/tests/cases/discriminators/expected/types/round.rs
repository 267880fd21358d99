// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Circle, Ring};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// Another union that selects an alternative by the same value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Round {
    /// Where `kind` is `circle`.
    Circle(Circle),
    /// Where `kind` is `Ring`.
    Ring(Ring),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Round {
    Circle(Circle): "circle",
    Ring(Ring): "Ring",
    ..Unlisted
} tagged "kind");

impl From<Circle> for Round {
    fn from(value: Circle) -> Self {
        Self::Circle(value)
    }
}

impl From<Ring> for Round {
    fn from(value: Ring) -> Self {
        Self::Ring(value)
    }
}
