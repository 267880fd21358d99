// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// How the operation went.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatedMeta {
    /// Whether the call created what it returns; if not, it existed before.
    pub created: bool,
}

object!(CreatedMeta {
    required created: "created",
});
