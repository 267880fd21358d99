// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::ProblemCode;
use openapi_client_runtime::RawResponse;
use openapi_client_runtime::codegen::{ErrorBody, error_body, error_status, object};

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`
    pub title: String,
    /// `status`
    pub status: Option<i64>,
    /// `code`
    pub code: Option<ProblemCode>,
    /// `trace`
    pub trace: Option<String>,
}

object!(Problem {
    required title: "title",
    optional status: "status",
    optional code: "code",
    optional trace: "trace",
});

impl ErrorBody for Problem {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn status(&self) -> Option<u16> {
        error_status(self.status)
    }

    fn message(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn kind(&self) -> Option<&str> {
        self.code.as_ref().map(ProblemCode::as_str)
    }

    fn id(&self) -> Option<&str> {
        self.trace.as_deref()
    }
}
