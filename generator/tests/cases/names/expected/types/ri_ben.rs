// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `日本`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RiBen {
    /// `ⓐ`
    pub a: Option<String>,
}

object!(RiBen {
    optional a: "ⓐ",
});
