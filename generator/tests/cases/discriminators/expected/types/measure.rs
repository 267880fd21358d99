// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Length, Weight};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The alternatives share an enumeration of all values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Measure {
    /// Where `unit` is `m` or `km`.
    Length(Length),
    /// Where `unit` is `kg`.
    Weight(Weight),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Measure {
    Length(Length): "m" | "km",
    Weight(Weight): "kg",
    ..Unlisted
} tagged "unit");

impl From<Length> for Measure {
    fn from(value: Length) -> Self {
        Self::Length(value)
    }
}

impl From<Weight> for Measure {
    fn from(value: Weight) -> Self {
        Self::Weight(value)
    }
}
