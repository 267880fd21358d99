// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Third`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Third {
    /// `k`. One of `2.5`.
    pub k: f64,
}

object!(Third {
    required k: "k",
});
