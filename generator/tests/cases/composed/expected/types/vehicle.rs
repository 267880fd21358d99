// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoMap, Value};
use std::collections::BTreeMap;

/// The properties that all kinds of vehicles have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vehicle {
    /// `kind`
    pub kind: String,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(Vehicle {
    required kind: "kind",
    ..additional_properties
});

impl Vehicle {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            additional_properties: BTreeMap::new(),
        }
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
