// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Text;
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{object, union};

/// An alternative without a name is for the values of no other.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrInline {
    /// Where `kind` is `Text`.
    Text(Text),
    /// `Inline`
    Inline(OrInlineInline),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(OrInline {
    Text(Text): "Text",
    Inline(OrInlineInline) untagged,
    ..Unlisted
} tagged "kind");

impl From<Text> for OrInline {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}

impl From<OrInlineInline> for OrInline {
    fn from(value: OrInlineInline) -> Self {
        Self::Inline(value)
    }
}

/// `Inline`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrInlineInline {
    /// `text`
    pub text: Option<String>,
    /// `more`
    pub more: Option<bool>,
    /// Identifies the type.
    pub kind: Option<String>,
}

object!(OrInlineInline {
    optional text: "text",
    optional more: "more",
    optional kind: "kind",
});

impl OrInlineInline {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `text`
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// `more`
    #[must_use]
    pub fn more(mut self, more: bool) -> Self {
        self.more = Some(more);
        self
    }

    /// Identifies the type.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }
}
