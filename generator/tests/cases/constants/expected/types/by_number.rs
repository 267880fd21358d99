// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{First, Second, Third};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The keys of the mapping are spelled in another way than the numbers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ByNumber {
    /// Where `k` is `1`.
    First(First),
    /// Where `k` is `2`.
    Second(Second),
    /// Where `k` is `2.5`.
    Third(Third),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ByNumber {
    First(First): "1",
    Second(Second): "2",
    Third(Third): "2.5",
    ..Unlisted
} tagged "k" as json);

impl From<First> for ByNumber {
    fn from(value: First) -> Self {
        Self::First(value)
    }
}

impl From<Second> for ByNumber {
    fn from(value: Second) -> Self {
        Self::Second(value)
    }
}

impl From<Third> for ByNumber {
    fn from(value: Third) -> Self {
        Self::Third(value)
    }
}
