// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{object, union};

/// Numbers with a fraction are tags, too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ByFraction {
    /// Where `k` is `0.5`.
    Half(ByFractionHalf),
    /// Where `k` is `0.25`.
    Quarter(ByFractionQuarter),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ByFraction {
    Half(ByFractionHalf): "0.5",
    Quarter(ByFractionQuarter): "0.25",
    ..Unlisted
} by "k");

impl From<ByFractionHalf> for ByFraction {
    fn from(value: ByFractionHalf) -> Self {
        Self::Half(value)
    }
}

impl From<ByFractionQuarter> for ByFraction {
    fn from(value: ByFractionQuarter) -> Self {
        Self::Quarter(value)
    }
}

/// `Half`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByFractionHalf {
    /// `k`. One of `0.5`.
    pub k: f64,
}

object!(ByFractionHalf {
    required k: "k",
});

/// `Quarter`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByFractionQuarter {
    /// `k`. One of `0.25`.
    pub k: f64,
}

object!(ByFractionQuarter {
    required k: "k",
});
