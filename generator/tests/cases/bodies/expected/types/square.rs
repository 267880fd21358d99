// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Square`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Square {
    /// `kind`
    pub kind: String,
    /// `size`
    pub size: i64,
}

object!(Square {
    required kind: "kind",
    required size: "size",
});

impl Square {
    /// Creates a value with the required fields, in which `kind` is `square`.
    pub fn new(size: i64) -> Self {
        Self {
            kind: "square".to_owned(),
            size,
        }
    }
}
