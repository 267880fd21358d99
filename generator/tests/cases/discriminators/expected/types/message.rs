// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Image, Text};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// `Message`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// Where `type` is `text`.
    Text(Text),
    /// Where `type` is `image`.
    Image(Image),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Message {
    Text(Text): "text",
    Image(Image): "image",
    ..Unlisted
} tagged "type");

impl From<Text> for Message {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}

impl From<Image> for Message {
    fn from(value: Image) -> Self {
        Self::Image(value)
    }
}
