// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::IntoMap;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// Numbers by name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// Other than that of the path.
    pub id: String,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, i64>,
}

object!(Settings {
    required id: "id",
    ..additional_properties
});

impl Settings {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            additional_properties: BTreeMap::new(),
        }
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(mut self, additional_properties: impl IntoMap<i64, M>) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}
