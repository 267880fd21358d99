// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Join, Message};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// Another discriminator than that of an alternative.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Record {
    /// Where `record` is `message`.
    Message(Message),
    /// Where `record` is `join`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Record {
    Message(Message): "message",
    Join(Join): "join",
    ..Unlisted
} tagged "record");

impl From<Message> for Record {
    fn from(value: Message) -> Self {
        Self::Message(value)
    }
}

impl From<Join> for Record {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}
