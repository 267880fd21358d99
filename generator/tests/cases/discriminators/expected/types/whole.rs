// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoMap, Value};
use std::collections::BTreeMap;

/// The discriminator is next to the properties.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Whole {
    /// `text`
    pub text: Option<String>,
    /// `id`
    pub id: String,
    /// Identifies the type: `text` or `join`.
    pub whole: Option<String>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(Whole {
    optional text: "text",
    required id: "id",
    optional whole: "whole",
    ..additional_properties
});

impl Whole {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            text: None,
            id: id.into(),
            whole: None,
            additional_properties: BTreeMap::new(),
        }
    }

    /// `text`
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Identifies the type: `text` or `join`.
    #[must_use]
    pub fn whole(mut self, whole: impl Into<String>) -> Self {
        self.whole = Some(whole.into());
        self
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(
        mut self,
        additional_properties: impl IntoMap<Value, M>,
    ) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}
