// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PATCH /v1/chat/states/{type}/{id}/{name}`

use crate::types::{ServiceError, State, StateType};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request};

/// Inputs of [`Client::patch_state`](crate::Client::patch_state).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PatchState {
    /// Kind of resource that the state belongs to.
    pub type_: StateType,
    /// Id of the resource that the state belongs to: for example the bot, the user or the
    /// conversation.
    pub id: String,
    /// Name of the state, as the definition of the bot declares it.
    pub name: String,
    /// Content of the state, as the bot defines it.
    pub payload: JsonObject,
}

impl PatchState {
    /// Creates a value with the required fields.
    pub fn new<M>(
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: impl IntoJsonObject<M>,
    ) -> Self {
        Self {
            type_: type_.into(),
            id: id.into(),
            name: name.into(),
            payload: payload.into_json_object(),
        }
    }
}

impl Request for PatchState {
    type Response = PatchStateResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::patch("patchState", "/v1/chat/states/{type}/{id}/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("type", &self.type_);
        parts.path("id", &self.id);
        parts.path("name", &self.name);
        parts.object();
        parts.property("payload", &self.payload);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PatchState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
            payload: input.required("payload")?,
        })
    }
}

/// The [`State`](crate::types::State) with the changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PatchStateResponse {
    /// Data that is kept under a name.
    pub state: State,
}

object!(PatchStateResponse {
    required state: "state",
});
