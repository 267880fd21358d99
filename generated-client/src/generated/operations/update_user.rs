// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /v1/chat/users/{id}`

use crate::Call;
use crate::types::{ServiceError, User, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoMap, Nullable, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_user`](crate::Client::update_user).
///
/// A [`UpdateUserCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateUser {
    /// Id of the user to change.
    pub id: UserId,
    /// Tags to change, by name. An empty value unsets a tag. Values: at most 500 characters.
    pub tags: Option<BTreeMap<String, String>>,
    /// Name to show for the user. At most 200 characters.
    pub name: Option<Nullable<String>>,
    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    pub picture_url: Option<Nullable<String>>,
    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    pub attributes: Option<BTreeMap<String, Nullable<String>>>,
    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. A null removes a property. Experimental. Values: at most 200 characters.
    pub properties: Option<BTreeMap<String, Nullable<String>>>,
}

impl UpdateUser {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            tags: None,
            name: None,
            picture_url: None,
            attributes: None,
            properties: None,
        }
    }
}

impl Request for UpdateUser {
    type Response = UpdateUserResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::put("updateUser", "/v1/chat/users/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.object();
        parts.optional_property("tags", &self.tags);
        parts.optional_property("name", &self.name);
        parts.optional_property("pictureUrl", &self.picture_url);
        parts.optional_property("attributes", &self.attributes);
        parts.optional_property("properties", &self.properties);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UpdateUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            tags: input.optional("tags")?,
            name: input.optional_nullable("name")?,
            picture_url: input.optional_nullable("pictureUrl")?,
            attributes: input.optional("attributes")?,
            properties: input.optional("properties")?,
        })
    }
}

/// A call of [`Client::update_user`](crate::Client::update_user).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UpdateUserCall = Call<UpdateUser>;

impl Call<UpdateUser> {
    /// Tags to change, by name. An empty value unsets a tag. Values: at most 500 characters.
    pub fn tags<M>(mut self, tags: impl IntoMap<String, M>) -> Self {
        self.request.tags = Some(tags.into_map());
        self
    }

    /// Name to show for the user. At most 200 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.name = Some(Nullable::Value(name.into()));
        self
    }

    /// Sets `name` to null, which is different from leaving it out.
    pub fn name_null(mut self) -> Self {
        self.request.name = Some(Nullable::Null);
        self
    }

    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    pub fn picture_url(mut self, picture_url: impl Into<String>) -> Self {
        self.request.picture_url = Some(Nullable::Value(picture_url.into()));
        self
    }

    /// Sets `pictureUrl` to null, which is different from leaving it out.
    pub fn picture_url_null(mut self) -> Self {
        self.request.picture_url = Some(Nullable::Null);
        self
    }

    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    pub fn attributes<M>(mut self, attributes: impl IntoMap<Nullable<String>, M>) -> Self {
        self.request.attributes = Some(attributes.into_map());
        self
    }

    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. A null removes a property. Experimental. Values: at most 200 characters.
    pub fn properties<M>(mut self, properties: impl IntoMap<Nullable<String>, M>) -> Self {
        self.request.properties = Some(properties.into_map());
        self
    }
}

/// The [`User`](crate::types::User) with the changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserResponse {
    /// Someone who interacts with the bot through one integration.
    pub user: User,
}

object!(UpdateUserResponse {
    required user: "user",
});
