// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Drawing, Ring};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// Other values for some of the same alternatives.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Ornament {
    /// Where `kind` is `jewel`.
    Ring(Ring),
    /// Where `kind` is `circle` or `square` or `polygon` or `star` or `Line`.
    Drawing(Drawing),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Ornament {
    Ring(Ring): "jewel",
    Drawing(Drawing): "circle" | "square" | "polygon" | "star" | "Line",
    ..Unlisted
} tagged "kind");

impl From<Ring> for Ornament {
    fn from(value: Ring) -> Self {
        Self::Ring(value)
    }
}

impl From<Drawing> for Ornament {
    fn from(value: Drawing) -> Self {
        Self::Drawing(value)
    }
}
