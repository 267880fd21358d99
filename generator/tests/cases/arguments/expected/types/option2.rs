// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoJsonObject, JsonObject};

/// `Option`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Option2 {
    /// `label`
    pub label: String,
    /// `meta`
    pub meta: JsonObject,
    /// `hint`
    pub hint: Option<String>,
}

object!(Option2 {
    required label: "label",
    required meta: "meta",
    optional hint: "hint",
});

impl Option2 {
    /// Creates a value with the required fields.
    pub fn new<MM>(label: impl Into<String>, meta: impl IntoJsonObject<MM>) -> Self {
        Self {
            label: label.into(),
            meta: meta.into_json_object(),
            hint: None,
        }
    }

    /// `hint`
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
