// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Join`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Join {
    /// `text`
    pub text: Option<String>,
    /// Identifies the type: `join`.
    pub kind: Option<String>,
    /// Identifies the type: `j`.
    pub form: Option<String>,
    /// Identifies the type: `join`.
    pub type_: Option<String>,
    /// Identifies the type: `join`.
    pub record: Option<String>,
    /// Identifies the type: `join`.
    pub block: Option<String>,
}

object!(Join {
    optional text: "text",
    optional kind: "kind",
    optional form: "form",
    optional type_: "type",
    optional record: "record",
    optional block: "block",
});

impl Join {
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

    /// Identifies the type: `join`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Identifies the type: `j`.
    #[must_use]
    pub fn form(mut self, form: impl Into<String>) -> Self {
        self.form = Some(form.into());
        self
    }

    /// Identifies the type: `join`.
    #[must_use]
    pub fn type_(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Identifies the type: `join`.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.record = Some(record.into());
        self
    }

    /// Identifies the type: `join`.
    #[must_use]
    pub fn block(mut self, block: impl Into<String>) -> Self {
        self.block = Some(block.into());
        self
    }
}
