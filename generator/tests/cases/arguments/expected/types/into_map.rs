// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::UserId;
use openapi_client_runtime::IntoList;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// It has the name of a trait that arguments use.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntoMap {
    /// `tags`
    pub tags: BTreeMap<String, String>,
    /// `users`
    pub users: Vec<UserId>,
}

object!(IntoMap {
    required tags: "tags",
    required users: "users",
});

impl IntoMap {
    /// Creates a value with the required fields.
    pub fn new<MM, M2>(
        tags: impl openapi_client_runtime::IntoMap<String, MM>,
        users: impl IntoList<UserId, M2>,
    ) -> Self {
        Self {
            tags: tags.into_map(),
            users: users.into_list(),
        }
    }
}
