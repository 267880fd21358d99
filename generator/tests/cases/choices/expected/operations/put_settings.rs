// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /settings/{id}`

use crate::Call;
use crate::types::Settings;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::put_settings`](crate::Client::put_settings).
///
/// A [`PutSettingsCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutSettings {
    /// `id`
    pub id: String,
    /// `dry`
    pub dry: Option<bool>,
    /// Numbers by name.
    pub settings: Settings,
}

impl PutSettings {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>, settings: Settings) -> Self {
        Self {
            id: id.into(),
            dry: None,
            settings,
        }
    }
}

impl Request for PutSettings {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation =
        Operation::put("putSettings", "/settings/{id}").with_server("https://eu.example.org/v2");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.query("dry", &self.dry);
        parts.json(&self.settings);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PutSettings {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("path.id")?,
            dry: input.optional("dry")?,
            settings: input.object(&[("id", "body.id")])?,
        })
    }
}

/// A call of [`Client::put_settings`](crate::Client::put_settings).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type PutSettingsCall = Call<PutSettings>;

impl Call<PutSettings> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }
}
