// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Text`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Text {
    /// `text`
    pub text: Option<String>,
    /// Identifies the type: `Text`.
    pub kind: Option<String>,
    /// Identifies the type: `x`.
    pub tag: Option<String>,
    /// Identifies the type: `a`.
    pub form: Option<String>,
    /// Identifies the type: `Text`.
    pub version: Option<String>,
    /// Identifies the type: `text`.
    pub type_: Option<String>,
    /// Identifies the type: `message`.
    pub record: Option<String>,
}

object!(Text {
    optional text: "text",
    optional kind: "kind",
    optional tag: "tag",
    optional form: "form",
    optional version: "version",
    optional type_: "type",
    optional record: "record",
});

impl Text {
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

    /// Identifies the type: `Text`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Identifies the type: `x`.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Identifies the type: `a`.
    #[must_use]
    pub fn form(mut self, form: impl Into<String>) -> Self {
        self.form = Some(form.into());
        self
    }

    /// Identifies the type: `Text`.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Identifies the type: `text`.
    #[must_use]
    pub fn type_(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Identifies the type: `message`.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.record = Some(record.into());
        self
    }
}
