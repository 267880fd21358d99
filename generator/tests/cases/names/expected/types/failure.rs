// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, object};

/// `Failure`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// `code`
    pub code: Option<i64>,
}

object!(Failure {
    optional code: "code",
});

impl ErrorBody for Failure {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }
}
