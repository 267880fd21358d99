// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::UserId;
use openapi_client_runtime::Timestamp;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// Someone who interacts with the bot through one integration. A person who does so in Slack and in
/// Messenger is two users.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// Identifies the user. 28 to 36 characters.
    pub id: UserId,
    /// When the user was created.
    pub created_at: Timestamp,
    /// When the user last changed.
    pub updated_at: Timestamp,
    /// Tags of the user, by name. Only tags that the bot declares are available. An empty value
    /// unsets a tag.
    pub tags: BTreeMap<String, String>,
    /// Name to show for the user. At most 200 characters.
    pub name: Option<String>,
    /// Where to find a picture of the user. At most 40000 characters.
    pub picture_url: Option<String>,
    /// Properties of the user, by name. Values: at most 200 characters.
    pub properties: Option<BTreeMap<String, String>>,
    /// Attributes of the user, by name. Values: at most 200 characters.
    pub attributes: Option<BTreeMap<String, String>>,
}

object!(User {
    required id: "id",
    required created_at: "createdAt",
    required updated_at: "updatedAt",
    required tags: "tags",
    optional name: "name",
    optional picture_url: "pictureUrl",
    optional properties: "properties",
    optional attributes: "attributes",
});
