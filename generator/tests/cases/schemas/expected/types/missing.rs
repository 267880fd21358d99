// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::{Answer, ErrorBody, object};

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
    fn from_answer(answer: &Answer) -> Option<Self> {
        answer.error_body()
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}
