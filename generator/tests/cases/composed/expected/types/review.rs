// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// The opinion of a customer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Review {
    /// `stars`
    pub stars: i64,
}

object!(Review {
    required stars: "stars",
});

impl Review {
    /// Creates a value with the required fields.
    pub fn new(stars: i64) -> Self {
        Self { stars }
    }
}
