// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Lists[]`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListsItem {
    /// `a`
    pub a: Option<String>,
    /// `b`
    pub b: Option<String>,
}

object!(ListsItem {
    optional a: "a",
    optional b: "b",
});

impl ListsItem {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `a`
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }

    /// `b`
    #[must_use]
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }
}
