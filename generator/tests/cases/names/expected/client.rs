// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Builder, ReplaceParts, ReplaceThing, ReplaceThingType, ThingRequest};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Setting, client};

/// What a client of the Names has to know of it as a whole.
pub static API: Api = Api {
    title: "Names",
    version: "1.0.0",
    base_url: Setting { value: None, env: None },
    credentials: &[],
    security: &[],
    headers: &[],
};

client!(API, super::by_name);

impl Client {
    /// Starts a client with what the document says; there is no environment variable for any
    /// setting.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Replaces a [`Thing`](crate::types::Thing); see elsewhere and a\[0\].
    ///
    /// `PUT /things/{id}/{type}`
    pub fn replace_thing(
        &self,
        id: impl Into<String>,
        type_: ReplaceThingType,
    ) -> Call<ReplaceThing> {
        self.call(ReplaceThing::new(id, type_))
    }

    /// `GET /builder`
    pub fn builder_(&self) -> Call<Builder> {
        self.call(Builder::new())
    }

    /// Text that turns  around, and a component that has a property of the parameter's name.
    ///
    /// `PUT /parts/{of}`
    pub fn replace_parts(&self, of: impl Into<String>) -> Call<ReplaceParts> {
        self.call(ReplaceParts::new(of))
    }

    /// `GET /requests`
    pub fn thing(&self) -> Call<ThingRequest> {
        self.call(ThingRequest::new())
    }
}
