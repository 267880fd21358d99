// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// One value of a tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TagValue {
    /// The value itself.
    pub value: String,
}

object!(TagValue {
    required value: "value",
});
