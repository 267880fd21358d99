// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{
    ErrorBody, error_body, error_status, object, open_integer_enum,
};
use openapi_client_runtime::{RawResponse, UnknownNumber};

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `code`
    pub code: Option<ProblemCode>,
    /// `message`
    pub message: String,
}

object!(Problem {
    optional code: "code",
    required message: "message",
});

impl ErrorBody for Problem {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn status(&self) -> Option<u16> {
        error_status(self.code.as_ref().and_then(ProblemCode::as_i64))
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

/// Values of `code`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemCode {
    /// `404`
    N404,
    /// `409`
    N409,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(ProblemCode {
    N404: 404,
    N409: 409,
    ..Unlisted
});
