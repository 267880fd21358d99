// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Join, Message};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The mapping names the alternatives of an alternative.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Where `type` is `text` or `image`.
    Message(Message),
    /// Where `type` is `join`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Event {
    Message(Message): "text" | "image",
    Join(Join): "join",
    ..Unlisted
} tagged "type");

impl From<Message> for Event {
    fn from(value: Message) -> Self {
        Self::Message(value)
    }
}

impl From<Join> for Event {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}
