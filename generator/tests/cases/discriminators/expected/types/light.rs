// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Light`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Light {
    /// `color`
    pub color: String,
}

object!(Light {
    required color: "color",
});

impl Light {
    /// Creates a value with the required fields.
    pub fn new(color: impl Into<String>) -> Self {
        Self {
            color: color.into(),
        }
    }
}
