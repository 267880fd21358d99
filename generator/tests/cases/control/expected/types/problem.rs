// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, object};

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub missing: Option<crate::money::Amount>,
}

object!(Problem {
    optional missing: "missing",
});

impl ErrorBody for Problem {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }
}
