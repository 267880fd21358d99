// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Zero`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Zero {
    /// `n`
    pub n: Option<i64>,
    /// `text`
    pub text: Option<String>,
}

object!(Zero {
    optional n: "n",
    optional text: "text",
});

impl Zero {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `n`
    #[must_use]
    pub fn n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    /// `text`
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}
