// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/integrations/configure`

use crate::Call;
use crate::types::{RegisterSchedule, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Nullable, Operation, Request};

/// Inputs of [`Client::configure_integration`](crate::Client::configure_integration).
///
/// A [`ConfigureIntegrationCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ConfigureIntegration {
    /// Identifier of the integration as it is installed on the bot. It has to be unique. At most
    /// 200 characters.
    pub identifier: Option<Nullable<String>>,
    /// How often `register()` of the integration is called.
    pub schedule_register_call: Option<RegisterSchedule>,
    /// Sandbox identifiers of the integration. A null removes all of them. Experimental, and meant
    /// for certain integrations only.
    pub sandbox_identifiers: Option<Nullable<ConfigureIntegrationSandboxIdentifiers>>,
}

impl ConfigureIntegration {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ConfigureIntegration {
    type Response = ConfigureIntegrationResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("configureIntegration", "/v1/chat/integrations/configure");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.optional_property("identifier", &self.identifier);
        parts.optional_property("scheduleRegisterCall", &self.schedule_register_call);
        parts.optional_property("sandboxIdentifiers", &self.sandbox_identifiers);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ConfigureIntegration {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            identifier: input.optional_nullable("identifier")?,
            schedule_register_call: input.optional("scheduleRegisterCall")?,
            sandbox_identifiers: input.optional_nullable("sandboxIdentifiers")?,
        })
    }
}

/// A call of [`Client::configure_integration`](crate::Client::configure_integration).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ConfigureIntegrationCall = Call<ConfigureIntegration>;

impl Call<ConfigureIntegration> {
    /// Identifier of the integration as it is installed on the bot. It has to be unique. At most
    /// 200 characters.
    pub fn identifier(mut self, identifier: impl Into<String>) -> Self {
        self.request.identifier = Some(Nullable::Value(identifier.into()));
        self
    }

    /// Sets `identifier` to null, which is different from leaving it out.
    pub fn identifier_null(mut self) -> Self {
        self.request.identifier = Some(Nullable::Null);
        self
    }

    /// How often `register()` of the integration is called.
    pub fn schedule_register_call(
        mut self,
        schedule_register_call: impl Into<RegisterSchedule>,
    ) -> Self {
        self.request.schedule_register_call = Some(schedule_register_call.into());
        self
    }

    /// Sandbox identifiers of the integration. A null removes all of them. Experimental, and meant
    /// for certain integrations only.
    pub fn sandbox_identifiers(
        mut self,
        sandbox_identifiers: ConfigureIntegrationSandboxIdentifiers,
    ) -> Self {
        self.request.sandbox_identifiers = Some(Nullable::Value(sandbox_identifiers));
        self
    }

    /// Sets `sandboxIdentifiers` to null, which is different from leaving it out.
    pub fn sandbox_identifiers_null(mut self) -> Self {
        self.request.sandbox_identifiers = Some(Nullable::Null);
        self
    }
}

/// Sandbox identifiers of the integration. A null removes all of them. Experimental, and meant for
/// certain integrations only.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ConfigureIntegrationSandboxIdentifiers {}

object!(ConfigureIntegrationSandboxIdentifiers {});

impl ConfigureIntegrationSandboxIdentifiers {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Empty: the integration is configured.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigureIntegrationResponse {}

object!(ConfigureIntegrationResponse {});
