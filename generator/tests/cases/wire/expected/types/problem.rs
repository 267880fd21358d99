// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::ProblemCode;
use openapi_client_runtime::codegen::{ErrorBody, error_body, error_status, object};
use openapi_client_runtime::{Nullable, RawResponse};

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
    /// `detail`
    pub detail: Option<Nullable<String>>,
    /// `cause`
    pub cause: Option<Nullable<ProblemCode>>,
    /// `original`
    pub original: Option<Nullable<i64>>,
}

object!(Problem {
    required title: "title",
    optional status: "status",
    optional code: "code",
    optional trace: "trace",
    optional_nullable detail: "detail",
    optional_nullable cause: "cause",
    optional_nullable original: "original",
});

impl ErrorBody for Problem {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn status(&self) -> Option<u16> {
        error_status(self.original.as_ref().and_then(Nullable::value).copied())
            .or_else(|| error_status(self.status))
    }

    fn message(&self) -> Option<&str> {
        self.detail
            .as_ref()
            .and_then(Nullable::value)
            .map(String::as_str)
            .or(Some(&self.title))
    }

    fn kind(&self) -> Option<&str> {
        self.cause
            .as_ref()
            .and_then(Nullable::value)
            .map(ProblemCode::as_str)
            .or(self.code.as_ref().map(ProblemCode::as_str))
    }

    fn id(&self) -> Option<&str> {
        self.trace.as_deref()
    }
}
