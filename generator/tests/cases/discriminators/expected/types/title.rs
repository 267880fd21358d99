// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Title`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Title {
    /// `words`
    pub words: Option<String>,
    /// Identifies the type: `title`.
    pub block: Option<String>,
}

object!(Title {
    optional words: "words",
    optional block: "block",
});

impl Title {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `words`
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
        self
    }

    /// Identifies the type: `title`.
    #[must_use]
    pub fn block(mut self, block: impl Into<String>) -> Self {
        self.block = Some(block.into());
        self
    }
}
