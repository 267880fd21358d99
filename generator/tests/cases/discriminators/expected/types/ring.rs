// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Ring`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ring {
    /// `kind`
    pub kind: String,
}

object!(Ring {
    required kind: "kind",
});

impl Ring {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self { kind: kind.into() }
    }
}
