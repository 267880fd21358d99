// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/conversations/get-or-create`

use crate::Call;
use crate::types::{Conversation, CreatedMeta, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts, object};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::get_or_create_conversation`](crate::Client::get_or_create_conversation).
///
/// A [`GetOrCreateConversationCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateConversation {
    /// Name of the channel that the conversation takes place in. At most 200 characters.
    pub channel: String,
    /// Tags of the conversation, by name. They are compared with those of each existing
    /// conversation, and set on the conversation that is returned. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    pub integration_name: Option<String>,
    /// Names of the tags that an existing conversation has to match exactly; all other tags are
    /// ignored. Without it, all tags have to match exactly. For example, if an existing
    /// conversation has the tags `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it
    /// a match when the values of `bar` and `baz` are the same, whatever `foo` is. Each: at most
    /// 500 characters.
    pub discriminate_by_tags: Option<Vec<String>>,
}

impl GetOrCreateConversation {
    /// Creates a value with the required fields.
    pub fn new<M>(channel: impl Into<String>, tags: impl IntoMap<String, M>) -> Self {
        Self {
            channel: channel.into(),
            tags: tags.into_map(),
            integration_name: None,
            discriminate_by_tags: None,
        }
    }
}

impl Request for GetOrCreateConversation {
    type Response = GetOrCreateConversationResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("getOrCreateConversation", "/v1/chat/conversations/get-or-create")
            .with_idempotency(&Idempotency::Always);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("channel", &self.channel);
        parts.property("tags", &self.tags);
        parts.optional_property("integrationName", &self.integration_name);
        parts.optional_property("discriminateByTags", &self.discriminate_by_tags);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetOrCreateConversation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            channel: input.required("channel")?,
            tags: input.required("tags")?,
            integration_name: input.optional("integrationName")?,
            discriminate_by_tags: input.optional("discriminateByTags")?,
        })
    }
}

/// A call of [`Client::get_or_create_conversation`](crate::Client::get_or_create_conversation).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetOrCreateConversationCall = Call<GetOrCreateConversation>;

impl Call<GetOrCreateConversation> {
    /// Name of the integration to create the conversation in. Deprecated: a bot calls an action of
    /// the integration instead. At most 200 characters.
    #[deprecated]
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.request.integration_name = Some(integration_name.into());
        self
    }

    /// Names of the tags that an existing conversation has to match exactly; all other tags are
    /// ignored. Without it, all tags have to match exactly. For example, if an existing
    /// conversation has the tags `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it
    /// a match when the values of `bar` and `baz` are the same, whatever `foo` is. Each: at most
    /// 500 characters.
    pub fn discriminate_by_tags<M>(
        mut self,
        discriminate_by_tags: impl IntoList<String, M>,
    ) -> Self {
        self.request.discriminate_by_tags = Some(discriminate_by_tags.into_list());
        self
    }
}

/// The [`Conversation`](crate::types::Conversation) that was found or created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateConversationResponse {
    /// Messages that one or more users exchange.
    pub conversation: Conversation,
    /// How the operation went.
    pub meta: CreatedMeta,
}

object!(GetOrCreateConversationResponse {
    required conversation: "conversation",
    required meta: "meta",
});
