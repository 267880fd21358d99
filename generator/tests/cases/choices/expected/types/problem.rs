// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, object};

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`
    pub title: String,
    /// `detail`. Only in requests.
    pub detail: Option<String>,
}

object!(Problem {
    required title: "title",
    optional detail: "detail",
});

impl ErrorBody for Problem {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }
}
