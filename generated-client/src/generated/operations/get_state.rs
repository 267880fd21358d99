// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/states/{type}/{id}/{name}`

use crate::types::{CachedMeta, ServiceError, State, StateType};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_state`](crate::Client::get_state).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetState {
    /// Kind of resource that the state belongs to.
    pub type_: StateType,
    /// Id of the resource that the state belongs to: for example the bot, the user or the
    /// conversation.
    pub id: String,
    /// Name of the state, as the definition of the bot declares it.
    pub name: String,
}

impl GetState {
    /// Creates a value with the required fields.
    pub fn new(
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            type_: type_.into(),
            id: id.into(),
            name: name.into(),
        }
    }
}

impl Request for GetState {
    type Response = GetStateResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getState", "/v1/chat/states/{type}/{id}/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("type", &self.type_);
        parts.path("id", &self.id);
        parts.path("name", &self.name);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
        })
    }
}

/// The [`State`](crate::types::State) with the given type, id and name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetStateResponse {
    /// Data that is kept under a name.
    pub state: State,
    /// Where the response comes from.
    pub meta: CachedMeta,
}

object!(GetStateResponse {
    required state: "state",
    required meta: "meta",
});
