// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoMap, Value};
use std::collections::BTreeMap;

/// `Parcel`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// `weight`
    pub weight: Option<f64>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(Parcel {
    optional weight: "weight",
    ..additional_properties
});

impl Parcel {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `weight`
    #[must_use]
    pub fn weight(mut self, weight: impl Into<f64>) -> Self {
        self.weight = Some(weight.into());
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
