// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoMap, Value};
use std::collections::BTreeMap;

/// `Pet`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `petType`
    pub pet_type: String,
    /// `name`
    pub name: Option<String>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(Pet {
    required pet_type: "petType",
    optional name: "name",
    ..additional_properties
});

impl Pet {
    /// Creates a value with the required fields.
    pub fn new(pet_type: impl Into<String>) -> Self {
        Self {
            pet_type: pet_type.into(),
            name: None,
            additional_properties: BTreeMap::new(),
        }
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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
