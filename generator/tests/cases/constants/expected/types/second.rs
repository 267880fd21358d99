// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Second`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Second {
    /// `k`
    pub k: i64,
}

object!(Second {
    required k: "k",
});
