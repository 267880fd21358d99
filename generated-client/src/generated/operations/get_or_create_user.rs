// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/users/get-or-create`

use crate::Call;
use crate::types::{CreatedMeta, ServiceError, User};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts, object};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::get_or_create_user`](crate::Client::get_or_create_user).
///
/// A [`GetOrCreateUserCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateUser {
    /// Tags of the user, by name. They are compared with those of each existing user, and set on
    /// the user that is returned. Values: at most 500 characters.
    pub tags: BTreeMap<String, String>,
    /// Name of the integration to create the user in. Deprecated: a bot calls an action of the
    /// integration instead. At most 200 characters.
    #[deprecated]
    pub integration_name: Option<String>,
    /// Name to show for the user. At most 200 characters.
    pub name: Option<String>,
    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    pub picture_url: Option<String>,
    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. Experimental. Values: at most 200 characters.
    pub properties: Option<BTreeMap<String, String>>,
    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    pub attributes: Option<BTreeMap<String, String>>,
    /// Names of the tags that an existing user has to match exactly; all other tags are ignored.
    /// Without it, all tags have to match exactly. For example, if an existing user has the tags
    /// `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when the values of
    /// `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub discriminate_by_tags: Option<Vec<String>>,
}

impl GetOrCreateUser {
    /// Creates a value with the required fields.
    pub fn new<M>(tags: impl IntoMap<String, M>) -> Self {
        Self {
            tags: tags.into_map(),
            integration_name: None,
            name: None,
            picture_url: None,
            properties: None,
            attributes: None,
            discriminate_by_tags: None,
        }
    }
}

impl Request for GetOrCreateUser {
    type Response = GetOrCreateUserResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("getOrCreateUser", "/v1/chat/users/get-or-create")
        .with_idempotency(&Idempotency::Always);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("tags", &self.tags);
        parts.optional_property("integrationName", &self.integration_name);
        parts.optional_property("name", &self.name);
        parts.optional_property("pictureUrl", &self.picture_url);
        parts.optional_property("properties", &self.properties);
        parts.optional_property("attributes", &self.attributes);
        parts.optional_property("discriminateByTags", &self.discriminate_by_tags);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetOrCreateUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            tags: input.required("tags")?,
            integration_name: input.optional("integrationName")?,
            name: input.optional("name")?,
            picture_url: input.optional("pictureUrl")?,
            properties: input.optional("properties")?,
            attributes: input.optional("attributes")?,
            discriminate_by_tags: input.optional("discriminateByTags")?,
        })
    }
}

/// A call of [`Client::get_or_create_user`](crate::Client::get_or_create_user).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetOrCreateUserCall = Call<GetOrCreateUser>;

impl Call<GetOrCreateUser> {
    /// Name of the integration to create the user in. Deprecated: a bot calls an action of the
    /// integration instead. At most 200 characters.
    #[deprecated]
    pub fn integration_name(mut self, integration_name: impl Into<String>) -> Self {
        self.request.integration_name = Some(integration_name.into());
        self
    }

    /// Name to show for the user. At most 200 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.name = Some(name.into());
        self
    }

    /// Where to find a picture of the user, as a URI. At most 40000 characters.
    pub fn picture_url(mut self, picture_url: impl Into<String>) -> Self {
        self.request.picture_url = Some(picture_url.into());
        self
    }

    /// Properties that the bot and all of its integrations share: each of them can read and change
    /// them. Experimental. Values: at most 200 characters.
    pub fn properties<M>(mut self, properties: impl IntoMap<String, M>) -> Self {
        self.request.properties = Some(properties.into_map());
        self
    }

    /// Attributes of the user, by name. Deprecated: `properties` replaces them. Values: at most 200
    /// characters.
    #[deprecated]
    pub fn attributes<M>(mut self, attributes: impl IntoMap<String, M>) -> Self {
        self.request.attributes = Some(attributes.into_map());
        self
    }

    /// Names of the tags that an existing user has to match exactly; all other tags are ignored.
    /// Without it, all tags have to match exactly. For example, if an existing user has the tags
    /// `{"foo": "a", "bar": "b", "baz": "c"}`, `["bar", "baz"]` makes it a match when the values of
    /// `bar` and `baz` are the same, whatever `foo` is. Each: at most 500 characters.
    pub fn discriminate_by_tags<M>(
        mut self,
        discriminate_by_tags: impl IntoList<String, M>,
    ) -> Self {
        self.request.discriminate_by_tags = Some(discriminate_by_tags.into_list());
        self
    }
}

/// The [`User`](crate::types::User) that was found or created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrCreateUserResponse {
    /// Someone who interacts with the bot through one integration.
    pub user: User,
    /// How the operation went.
    pub meta: CreatedMeta,
}

object!(GetOrCreateUserResponse {
    required user: "user",
    required meta: "meta",
});
