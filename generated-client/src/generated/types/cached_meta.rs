// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// Where the response comes from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CachedMeta {
    /// Whether the response comes from a cache.
    pub cached: bool,
}

object!(CachedMeta {
    required cached: "cached",
});
