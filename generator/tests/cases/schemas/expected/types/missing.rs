// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, object};

/// `Missing`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Missing {
    /// `message`
    pub message: String,
}

object!(Missing {
    required message: "message",
});

impl ErrorBody for Missing {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}
