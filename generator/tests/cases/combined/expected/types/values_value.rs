// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Values value`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValuesValue {
    /// `b`
    pub b: Option<i64>,
    /// `c`
    pub c: Option<i64>,
    /// `a`
    pub a: Option<String>,
}

object!(ValuesValue {
    optional b: "b",
    optional c: "c",
    optional a: "a",
});

impl ValuesValue {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `b`
    #[must_use]
    pub fn b(mut self, b: i64) -> Self {
        self.b = Some(b);
        self
    }

    /// `c`
    #[must_use]
    pub fn c(mut self, c: i64) -> Self {
        self.c = Some(c);
        self
    }

    /// `a`
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}
