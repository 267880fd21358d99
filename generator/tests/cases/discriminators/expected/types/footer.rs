// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Footer`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Footer {
    /// `words`
    pub words: Option<String>,
    /// `link`
    pub link: Option<String>,
    /// Identifies the type: `footer`.
    pub block: Option<String>,
}

object!(Footer {
    optional words: "words",
    optional link: "link",
    optional block: "block",
});

impl Footer {
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

    /// `link`
    #[must_use]
    pub fn link(mut self, link: impl Into<String>) -> Self {
        self.link = Some(link.into());
        self
    }

    /// Identifies the type: `footer`.
    #[must_use]
    pub fn block(mut self, block: impl Into<String>) -> Self {
        self.block = Some(block.into());
        self
    }
}
