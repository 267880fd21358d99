// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Line, Shape};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// A union with the same discriminator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Drawing {
    /// Where `kind` is `circle` or `square` or `polygon` or `star`.
    Shape(Shape),
    /// Where `kind` is `Line`.
    Line(Line),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Drawing {
    Shape(Shape): "circle" | "square" | "polygon" | "star",
    Line(Line): "Line",
    ..Unlisted
} tagged "kind");

impl From<Shape> for Drawing {
    fn from(value: Shape) -> Self {
        Self::Shape(value)
    }
}

impl From<Line> for Drawing {
    fn from(value: Line) -> Self {
        Self::Line(value)
    }
}
