// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Circle, Square};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// `Shape`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// Where `kind` is `circle`.
    Circle(Circle),
    /// Where `kind` is `square`.
    Square(Square),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Shape {
    Circle(Circle): "circle",
    Square(Square): "square",
    ..Unlisted
} tagged "kind");

impl From<Circle> for Shape {
    fn from(value: Circle) -> Self {
        Self::Circle(value)
    }
}

impl From<Square> for Shape {
    fn from(value: Square) -> Self {
        Self::Square(value)
    }
}
