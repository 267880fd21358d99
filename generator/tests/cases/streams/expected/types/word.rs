// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Word`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Word {
    /// `word`
    pub word: String,
}

object!(Word {
    required word: "word",
});
