// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::string_newtype;

/// Identifies a [`Message`](crate::types::Message).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(String);

string_newtype!(MessageId);
