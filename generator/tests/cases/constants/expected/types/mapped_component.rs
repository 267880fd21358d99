// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Button, Row};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The document declares the tag and its values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MappedComponent {
    /// Where `type` is `1`.
    Row(Row),
    /// Where `type` is `2`.
    Button(Button),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(MappedComponent {
    Row(Row): "1",
    Button(Button): "2",
    ..Unlisted
} by "type");

impl From<Row> for MappedComponent {
    fn from(value: Row) -> Self {
        Self::Row(value)
    }
}

impl From<Button> for MappedComponent {
    fn from(value: Button) -> Self {
        Self::Button(value)
    }
}
