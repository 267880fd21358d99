// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Unit;
use openapi_client_runtime::codegen::object;

/// `Weight`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Weight {
    /// `unit`
    pub unit: Option<Unit>,
}

object!(Weight {
    optional unit: "unit",
});

impl Weight {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `unit`
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Unit>) -> Self {
        self.unit = Some(unit.into());
        self
    }
}
