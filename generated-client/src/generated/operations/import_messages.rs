// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/messages/import-messages`

use crate::types::{ImportedMessage, Message, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::import_messages`](crate::Client::import_messages).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImportMessages {
    /// Messages to import. At most 100 items.
    pub messages: Vec<ImportedMessage>,
}

impl ImportMessages {
    /// Creates a value with the required fields.
    pub fn new(messages: impl IntoIterator<Item = ImportedMessage>) -> Self {
        Self {
            messages: messages.into_iter().collect(),
        }
    }
}

impl Request for ImportMessages {
    type Response = ImportMessagesResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("importMessages", "/v1/chat/messages/import-messages");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("messages", &self.messages);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ImportMessages {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            messages: input.required("messages")?,
        })
    }
}

/// Every [`Message`](crate::types::Message) of the request, found or created. If a part of them
/// fails, the call answers with an error instead: `resolvedMessages` holds what was imported, and
/// each of the `failedMessages` has an `error`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImportMessagesResponse {
    /// Messages that were found or created.
    pub messages: Vec<Message>,
}

object!(ImportMessagesResponse {
    required messages: "messages",
});
