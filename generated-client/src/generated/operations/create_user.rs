// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/users`

use crate::Call;
use crate::types::{ServiceError, User};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::create_user`](crate::Client::create_user).
///
/// A [`CreateUserCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateUser {
    /// Tags of the new user, by name. Values: at most 500 characters.
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
}

impl CreateUser {
    /// Creates a value with the required fields.
    pub fn new<M>(tags: impl IntoMap<String, M>) -> Self {
        Self {
            tags: tags.into_map(),
            integration_name: None,
            name: None,
            picture_url: None,
            properties: None,
            attributes: None,
        }
    }
}

impl Request for CreateUser {
    type Response = CreateUserResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("createUser", "/v1/chat/users");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("tags", &self.tags);
        parts.optional_property("integrationName", &self.integration_name);
        parts.optional_property("name", &self.name);
        parts.optional_property("pictureUrl", &self.picture_url);
        parts.optional_property("properties", &self.properties);
        parts.optional_property("attributes", &self.attributes);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateUser {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            tags: input.required("tags")?,
            integration_name: input.optional("integrationName")?,
            name: input.optional("name")?,
            picture_url: input.optional("pictureUrl")?,
            properties: input.optional("properties")?,
            attributes: input.optional("attributes")?,
        })
    }
}

/// A call of [`Client::create_user`](crate::Client::create_user).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateUserCall = Call<CreateUser>;

impl Call<CreateUser> {
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
}

/// The new [`User`](crate::types::User).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateUserResponse {
    /// Someone who interacts with the bot through one integration.
    pub user: User,
}

object!(CreateUserResponse {
    required user: "user",
});
