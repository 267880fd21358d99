// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoMap, Value};
use std::collections::BTreeMap;

/// `Moving`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Moving {
    /// `motion`
    pub motion: Option<String>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(Moving {
    optional motion: "motion",
    ..additional_properties
});

impl Moving {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `motion`
    #[must_use]
    pub fn motion(mut self, motion: impl Into<String>) -> Self {
        self.motion = Some(motion.into());
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
