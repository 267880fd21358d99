// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Green`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Green {
    /// `color`
    pub color: String,
}

object!(Green {
    required color: "color",
});

impl Green {
    /// Creates a value in which `color` is `green`; nothing else is required.
    pub fn new() -> Self {
        Self {
            color: "green".to_owned(),
        }
    }
}

impl Default for Green {
    fn default() -> Self {
        Self::new()
    }
}
