// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/states/{type}/{id}/{name}/expiry`

use crate::types::{ServiceError, State, StateType};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::set_state_expiry`](crate::Client::set_state_expiry).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStateExpiry {
    /// Kind of resource that the state belongs to.
    pub type_: StateType,
    /// Id of the resource that the state belongs to: for example the bot, the user or the
    /// conversation.
    pub id: String,
    /// Name of the state, as the definition of the bot declares it.
    pub name: String,
    /// How long the state may lie idle before it expires, in milliseconds. By default, it does not
    /// expire. 1 to 2592000000.
    pub expiry: Option<i64>,
}

impl SetStateExpiry {
    /// Creates a value with the required fields.
    pub fn new(
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        expiry: Option<i64>,
    ) -> Self {
        Self {
            type_: type_.into(),
            id: id.into(),
            name: name.into(),
            expiry,
        }
    }
}

impl Request for SetStateExpiry {
    type Response = SetStateExpiryResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post(
        "setStateExpiry",
        "/v1/chat/states/{type}/{id}/{name}/expiry",
    );

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("type", &self.type_);
        parts.path("id", &self.id);
        parts.path("name", &self.name);
        parts.object();
        parts.property("expiry", &self.expiry);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetStateExpiry {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
            expiry: input.nullable("expiry")?,
        })
    }
}

/// The [`State`](crate::types::State) with its new expiry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStateExpiryResponse {
    /// Data that is kept under a name.
    pub state: State,
}

object!(SetStateExpiryResponse {
    required state: "state",
});
