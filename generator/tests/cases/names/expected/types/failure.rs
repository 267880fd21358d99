// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::{Answer, ErrorBody, object};

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
    fn from_answer(answer: &Answer) -> Option<Self> {
        answer.error_body()
    }
}
