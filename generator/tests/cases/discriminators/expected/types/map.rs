// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Text;
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;
use std::collections::BTreeMap;

/// The discriminator of a map is not one of its values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Map {
    /// Where `type` is `numbers`.
    Numbers(BTreeMap<String, i64>),
    /// Where `type` is `text`.
    Text(Text),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Map {
    Numbers(BTreeMap<String, i64>): "numbers",
    Text(Text): "text",
    ..Unlisted
} tagged "type");

impl From<BTreeMap<String, i64>> for Map {
    fn from(value: BTreeMap<String, i64>) -> Self {
        Self::Numbers(value)
    }
}

impl From<Text> for Map {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}
