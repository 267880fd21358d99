//! Stand-in.
use crate::runtime::{Timestamp, object};
use crate::types::UserId;
use std::collections::BTreeMap;

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// `id`
    pub id: UserId,
    /// `createdAt`
    pub created_at: Timestamp,
    /// `updatedAt`
    pub updated_at: Timestamp,
    /// `tags`
    pub tags: BTreeMap<String, String>,
    /// `name`
    pub name: Option<String>,
    /// `pictureUrl`
    pub picture_url: Option<String>,
    /// `properties`
    pub properties: Option<BTreeMap<String, String>>,
    /// `attributes`
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
