// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Unit;
use openapi_client_runtime::codegen::object;

/// `Length`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Length {
    /// `unit`
    pub unit: Unit,
}

object!(Length {
    required unit: "unit",
});

impl Length {
    /// Creates a value with the required fields.
    pub fn new(unit: impl Into<Unit>) -> Self {
        Self { unit: unit.into() }
    }
}
