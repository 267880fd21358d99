// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Usage`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Usage {
    /// `tokens`
    pub tokens: i64,
}

object!(Usage {
    required tokens: "tokens",
});
