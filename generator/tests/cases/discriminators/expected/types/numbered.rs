// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{One, Zero};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The discriminator is a number that may be missing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Numbered {
    /// Where `n` is `0`.
    Zero(Zero),
    /// Where `n` is `1`.
    One(One),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Numbered {
    Zero(Zero): "0",
    One(One): "1",
    ..Unlisted
} tagged "n" as json);

impl From<Zero> for Numbered {
    fn from(value: Zero) -> Self {
        Self::Zero(value)
    }
}

impl From<One> for Numbered {
    fn from(value: One) -> Self {
        Self::One(value)
    }
}
