// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Text;
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// More alternatives may follow.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Only {
    /// Where `version` is `Text`.
    Text(Text),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Only {
    Text(Text): "Text",
    ..Unlisted
} tagged "version");

impl From<Text> for Only {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}
