// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{ConversationId, UserId};
use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoJsonObject, IntoList, IntoMap, JsonObject, Timestamp};
use std::collections::BTreeMap;

/// Message to import. If its `tags` or its `discriminateByTags` are empty, it is always created
/// anew.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImportedMessage {
    /// Content of the message: a text, image, choice, dropdown, card, carousel, file, audio, video
    /// or location. [`Message`](crate::types::Message) shows the payload of each type.
    pub payload: JsonObject,
    /// Id of the user that the message belongs to. 28 to 36 characters.
    pub user_id: UserId,
    /// Id of the conversation that the message is part of. 28 to 36 characters.
    pub conversation_id: ConversationId,
    /// Type of the message, which determines the content of its payload. At most 200 characters.
    pub type_: String,
    /// Tags of the message, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// When the message was created.
    pub created_at: Timestamp,
    /// Names of the tags that an existing message has to match exactly; all other tags are ignored.
    /// For example, if an existing message has the tags `{"foo": "a", "bar": "b", "baz": "c"}`,
    /// `["bar", "baz"]` makes it a match when the values of `bar` and `baz` are the same, whatever
    /// `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Vec<String>,
}

object!(ImportedMessage {
    required payload: "payload",
    required user_id: "userId",
    required conversation_id: "conversationId",
    required type_: "type",
    required tags: "tags",
    required created_at: "createdAt",
    required discriminate_by_tags: "discriminateByTags",
});

impl ImportedMessage {
    /// Creates a value with the required fields.
    pub fn new<M, M2, M3>(
        payload: impl IntoJsonObject<M>,
        user_id: impl Into<UserId>,
        conversation_id: impl Into<ConversationId>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M2>,
        created_at: impl Into<Timestamp>,
        discriminate_by_tags: impl IntoList<String, M3>,
    ) -> Self {
        Self {
            payload: payload.into_json_object(),
            user_id: user_id.into(),
            conversation_id: conversation_id.into(),
            type_: type_.into(),
            tags: tags.into_map(),
            created_at: created_at.into(),
            discriminate_by_tags: discriminate_by_tags.into_list(),
        }
    }
}
