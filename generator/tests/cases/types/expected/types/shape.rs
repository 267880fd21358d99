// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Circle, Group};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// A shape. See [the problem](crate::types::Problem).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// Where `kind` is `Circle`.
    Circle(Circle),
    /// Where `kind` is `Group`.
    Group(Group),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Shape {
    Circle(Circle): "Circle",
    Group(Group): "Group",
    ..Unlisted
} by "kind");

impl From<Circle> for Shape {
    fn from(value: Circle) -> Self {
        Self::Circle(value)
    }
}

impl From<Group> for Shape {
    fn from(value: Group) -> Self {
        Self::Group(value)
    }
}
