// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `All[]`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AllItem {
    /// `b`
    pub b: i64,
    /// `a`
    pub a: Option<String>,
}

object!(AllItem {
    required b: "b",
    optional a: "a",
});

impl AllItem {
    /// Creates a value with the required fields.
    pub fn new(b: i64) -> Self {
        Self { b, a: None }
    }

    /// `a`
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}
