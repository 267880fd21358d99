// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, object};

/// `Waiting`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Waiting {
    /// `seconds`
    pub seconds: i64,
}

object!(Waiting {
    required seconds: "seconds",
});

impl ErrorBody for Waiting {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }
}
