// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `First`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct First {
    /// `order`
    pub order: String,
}

object!(First {
    required order: "order",
});

impl First {
    /// Creates a value in which `order` is `first`; nothing else is required.
    pub fn new() -> Self {
        Self {
            order: "first".to_owned(),
        }
    }
}

impl Default for First {
    fn default() -> Self {
        Self::new()
    }
}
