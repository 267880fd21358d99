// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Circle, Polygon, Square};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The alternatives declare the discriminator as a string of any value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// Where `kind` is `circle`.
    Circle(Circle),
    /// Where `kind` is `square`.
    Square(Square),
    /// Where `kind` is `polygon` or `star`.
    Polygon(Polygon),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Shape {
    Circle(Circle): "circle",
    Square(Square): "square",
    Polygon(Polygon): "polygon" | "star",
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

impl From<Polygon> for Shape {
    fn from(value: Polygon) -> Self {
        Self::Polygon(value)
    }
}
