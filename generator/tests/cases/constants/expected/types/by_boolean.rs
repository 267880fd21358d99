// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{No, Yes};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The keys of the mapping are spelled as in YAML.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ByBoolean {
    /// Where `k` is `true`.
    Yes(Yes),
    /// Where `k` is `false`.
    No(No),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ByBoolean {
    Yes(Yes): "true",
    No(No): "false",
    ..Unlisted
} by "k");

impl From<Yes> for ByBoolean {
    fn from(value: Yes) -> Self {
        Self::Yes(value)
    }
}

impl From<No> for ByBoolean {
    fn from(value: No) -> Self {
        Self::No(value)
    }
}
