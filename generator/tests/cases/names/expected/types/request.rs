// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Parts;
use openapi_client_runtime::codegen::object;

/// `Request`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// `parts`
    pub parts: Option<Vec<Parts>>,
}

object!(Request {
    optional parts: "parts",
});
