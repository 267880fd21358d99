// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Letter`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Letter {
    /// `pages`
    pub pages: i64,
    /// Identifies the type: `letter` or `card`.
    pub form: Option<String>,
}

object!(Letter {
    required pages: "pages",
    optional form: "form",
});

impl Letter {
    /// Creates a value with the required fields.
    pub fn new(pages: i64) -> Self {
        Self { pages, form: None }
    }

    /// Identifies the type: `letter` or `card`.
    #[must_use]
    pub fn form(mut self, form: impl Into<String>) -> Self {
        self.form = Some(form.into());
        self
    }
}
