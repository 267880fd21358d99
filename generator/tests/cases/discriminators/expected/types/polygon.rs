// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Polygon`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Polygon {
    /// `kind`
    pub kind: String,
    /// `corners`
    pub corners: Option<i64>,
}

object!(Polygon {
    required kind: "kind",
    optional corners: "corners",
});

impl Polygon {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            corners: None,
        }
    }

    /// `corners`
    #[must_use]
    pub fn corners(mut self, corners: i64) -> Self {
        self.corners = Some(corners);
        self
    }
}
