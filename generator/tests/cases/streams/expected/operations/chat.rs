// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /chat`

use crate::types::{Usage, Word};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, union};
use openapi_client_runtime::{EventStream, Operation, Request, Value};

/// Inputs of [`Client::chat`](crate::Client::chat).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// `text`
    pub text: String,
}

impl Chat {
    /// Creates a value with the required fields.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

impl Request for Chat {
    type Response = EventStream<ChatResponseEvent>;
    type Error = Value;

    const OPERATION: Operation = Operation::post("chat", "/chat");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("text/event-stream");
        parts.object();
        parts.property("text", &self.text);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Chat {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            text: input.required("text")?,
        })
    }
}

/// `event`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatResponseEvent {
    /// `Word`
    Word(Word),
    /// `Usage`
    Usage(Usage),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ChatResponseEvent {
    Word(Word),
    Usage(Usage),
    ..Unlisted
});

impl From<Word> for ChatResponseEvent {
    fn from(value: Word) -> Self {
        Self::Word(value)
    }
}

impl From<Usage> for ChatResponseEvent {
    fn from(value: Usage) -> Self {
        Self::Usage(value)
    }
}
