//! `PUT /v1/chat/users/{id}`

use crate::runtime::{Answer, Call, Decode, Encode, Nullable, Operation, Parts, Request, object};
#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::types::{ErrorBody, User, UserId};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_user`](crate::Client::update_user).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateUser {
    /// `id`
    pub id: UserId,
    /// `tags`
    pub tags: Option<BTreeMap<String, String>>,
    /// `name`
    pub name: Option<Nullable<String>>,
    /// `pictureUrl`
    pub picture_url: Option<Nullable<String>>,
    /// `attributes`
    pub attributes: Option<BTreeMap<String, Nullable<String>>>,
    /// `properties`
    pub properties: Option<BTreeMap<String, Nullable<String>>>,
}

impl UpdateUser {
    /// Starts with what is required.
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
    type Error = ErrorBody;

    const OPERATION: Operation = Operation::put("updateUser", "/v1/chat/users/{id}");

    fn encode(&self, parts: &mut Parts) -> Encode {
        parts.object();
        parts.path("id", &self.id)?;
        parts.optional_property("tags", &self.tags)?;
        parts.optional_property("name", &self.name)?;
        parts.optional_property("pictureUrl", &self.picture_url)?;
        parts.optional_property("attributes", &self.attributes)?;
        parts.optional_property("properties", &self.properties)?;
        Ok(())
    }

    fn decode(answer: &Answer) -> Decode<Self::Response> {
        answer.json()
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

impl Call<UpdateUser> {
    /// `tags`
    pub fn tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.request.tags = Some(
            tags.into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
        );
        self
    }
    /// `name`
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.name = Some(Nullable::Value(name.into()));
        self
    }
    /// `name`
    pub fn name_null(mut self) -> Self {
        self.request.name = Some(Nullable::Null);
        self
    }
    /// `pictureUrl`
    pub fn picture_url(mut self, picture_url: impl Into<String>) -> Self {
        self.request.picture_url = Some(Nullable::Value(picture_url.into()));
        self
    }
    /// `pictureUrl`
    pub fn picture_url_null(mut self) -> Self {
        self.request.picture_url = Some(Nullable::Null);
        self
    }
    /// `attributes`
    pub fn attributes(
        mut self,
        attributes: impl IntoIterator<Item = (impl Into<String>, impl Into<Nullable<String>>)>,
    ) -> Self {
        self.request.attributes = Some(
            attributes
                .into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
        );
        self
    }
    /// `properties`
    pub fn properties(
        mut self,
        properties: impl IntoIterator<Item = (impl Into<String>, impl Into<Nullable<String>>)>,
    ) -> Self {
        self.request.properties = Some(
            properties
                .into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
        );
        self
    }
}

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserResponse {
    /// `user`
    pub user: User,
}

object!(UpdateUserResponse {
    required user: "user",
});
