// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Join, Message};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The alternatives of an alternative have the values of its own mapping.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum UnmappedEvent {
    /// Where `type` is `text` or `image`.
    Message(Message),
    /// Where `type` is `Join`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(UnmappedEvent {
    Message(Message): "text" | "image",
    Join(Join): "Join",
    ..Unlisted
} tagged "type");

impl From<Message> for UnmappedEvent {
    fn from(value: Message) -> Self {
        Self::Message(value)
    }
}

impl From<Join> for UnmappedEvent {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}
