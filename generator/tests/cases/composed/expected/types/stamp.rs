// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Shape;
use openapi_client_runtime::Timestamp;
use openapi_client_runtime::codegen::object;

/// Describes them more strictly.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Stamp {
    /// `at`
    pub at: Option<Timestamp>,
    /// `count`
    pub count: Option<i32>,
    /// `id`. At most 5 characters.
    pub id: Option<String>,
    /// Has all properties of a vehicle, and another discriminator.
    pub shape: Option<Shape>,
}

object!(Stamp {
    optional at: "at",
    optional count: "count",
    optional id: "id",
    optional shape: "shape",
});

impl Stamp {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `at`
    #[must_use]
    pub fn at(mut self, at: impl Into<Timestamp>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// `count`
    #[must_use]
    pub fn count(mut self, count: i32) -> Self {
        self.count = Some(count);
        self
    }

    /// `id`. At most 5 characters.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Has all properties of a vehicle, and another discriminator.
    #[must_use]
    pub fn shape(mut self, shape: Shape) -> Self {
        self.shape = Some(shape);
        self
    }
}
