// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// A property whose limit is in another schema.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Widened {
    /// `first`. At most 5000000000.
    pub first: Option<i64>,
    /// `second`. At most 5000000000.
    pub second: Option<i64>,
}

object!(Widened {
    optional first: "first",
    optional second: "second",
});

impl Widened {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `first`. At most 5000000000.
    #[must_use]
    pub fn first(mut self, first: i64) -> Self {
        self.first = Some(first);
        self
    }

    /// `second`. At most 5000000000.
    #[must_use]
    pub fn second(mut self, second: i64) -> Self {
        self.second = Some(second);
        self
    }
}
