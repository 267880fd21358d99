// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Price`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Price {
    /// `cents`
    pub cents: i64,
}

object!(Price {
    required cents: "cents",
});
