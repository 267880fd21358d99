// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Join, Text};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// An `allOf` around a reference changes nothing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Wrapped {
    /// Where `form` is `a`.
    A(Text),
    /// Where `form` is `j`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Wrapped {
    A(Text): "a",
    Join(Join): "j",
    ..Unlisted
} tagged "form");

impl From<Text> for Wrapped {
    fn from(value: Text) -> Self {
        Self::A(value)
    }
}

impl From<Join> for Wrapped {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}
