// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// The discriminator is a property of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// `id`
    pub id: Option<String>,
    /// `text`
    pub text: Option<String>,
    /// Identifies the type: `Text` or `Join`.
    pub part: Option<String>,
}

object!(Part {
    optional id: "id",
    optional text: "text",
    optional part: "part",
});

impl Part {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `id`
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// `text`
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Identifies the type: `Text` or `Join`.
    #[must_use]
    pub fn part(mut self, part: impl Into<String>) -> Self {
        self.part = Some(part.into());
        self
    }
}
