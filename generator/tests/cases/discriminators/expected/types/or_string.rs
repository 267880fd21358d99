// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Text;
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// A string has no discriminator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrString {
    /// Where `tag` is `x`.
    Text(Text),
    /// `string`
    String(String),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(OrString {
    Text(Text): "x",
    String(String),
    ..Unlisted
} tagged "tag");

impl From<Text> for OrString {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}

impl From<String> for OrString {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for OrString {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}
