// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/conversations`

use crate::Call;
use crate::types::{Conversation, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::create_conversation`](crate::Client::create_conversation).
///
/// A [`CreateConversationCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateConversation {
    /// Name of the channel that the conversation takes place in. At most 200 characters.
    pub channel: String,
    /// Tags of the new conversation, by name. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    pub integration_name: Option<String>,
}

impl CreateConversation {
    /// Creates a value with the required fields.
    pub fn new<M>(channel: impl Into<String>, tags: impl IntoMap<String, M>) -> Self {
        Self {
            channel: channel.into(),
            tags: tags.into_map(),
            integration_name: None,
        }
    }
}

impl Request for CreateConversation {
    type Response = CreateConversationResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("createConversation", "/v1/chat/conversations");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("channel", &self.channel);
        parts.property("tags", &self.tags);
        parts.optional_property("integrationName", &self.integration_name);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateConversation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            channel: input.required("channel")?,
            tags: input.required("tags")?,
            integration_name: input.optional("integrationName")?,
        })
    }
}

/// A call of [`Client::create_conversation`](crate::Client::create_conversation).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateConversationCall = Call<CreateConversation>;

impl Call<CreateConversation> {
    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.request.integration_name = Some(integration_name.into());
        self
    }
}

/// The new [`Conversation`](crate::types::Conversation).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateConversationResponse {
    /// Messages that one or more users exchange.
    pub conversation: Conversation,
}

object!(CreateConversationResponse {
    required conversation: "conversation",
});
