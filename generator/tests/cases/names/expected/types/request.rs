// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::RequestParts;
use openapi_client_runtime::codegen::object;

/// `Request`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// `parts`
    pub parts: Option<Vec<RequestParts>>,
}

object!(Request {
    optional parts: "parts",
});
