// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod circle;
mod shape;
mod square;

pub use circle::Circle;
pub use shape::Shape;
pub use square::Square;
