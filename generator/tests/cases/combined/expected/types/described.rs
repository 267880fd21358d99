// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;
use std::collections::BTreeMap;

/// Described in an `allOf`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Described {
    /// `list`
    List(Vec<String>),
    /// `map`
    Map(BTreeMap<String, i64>),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Described {
    List(Vec<String>),
    Map(BTreeMap<String, i64>),
    ..Unlisted
});

impl From<Vec<String>> for Described {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

impl From<BTreeMap<String, i64>> for Described {
    fn from(value: BTreeMap<String, i64>) -> Self {
        Self::Map(value)
    }
}
