// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Button, Row, Select};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The tag is a number.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Component {
    /// Where `type` is `1`.
    Row(Row),
    /// Where `type` is `2`.
    Button(Button),
    /// Where `type` is `3` or `5` or `6`.
    Select(Select),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Component {
    Row(Row): "1",
    Button(Button): "2",
    Select(Select): "3" | "5" | "6",
    ..Unlisted
} by "type");

impl From<Row> for Component {
    fn from(value: Row) -> Self {
        Self::Row(value)
    }
}

impl From<Button> for Component {
    fn from(value: Button) -> Self {
        Self::Button(value)
    }
}

impl From<Select> for Component {
    fn from(value: Select) -> Self {
        Self::Select(value)
    }
}
