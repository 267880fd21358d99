// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `message`
    pub message: String,
    /// `code`
    pub code: Option<i64>,
}

object!(Problem {
    required message: "message",
    optional code: "code",
});

impl Problem {
    /// Creates a value with the required fields.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            code: None,
        }
    }

    /// `code`
    #[must_use]
    pub fn code(mut self, code: i64) -> Self {
        self.code = Some(code);
        self
    }
}
