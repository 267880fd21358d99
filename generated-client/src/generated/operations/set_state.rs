// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/states/{type}/{id}/{name}`

use crate::Call;
use crate::types::{ServiceError, State, StateType};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoNullableJsonObject, JsonObject, Nullable, Operation, Request};

/// Inputs of [`Client::set_state`](crate::Client::set_state).
///
/// A [`SetStateCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetState {
    /// Kind of resource that the state belongs to.
    pub type_: StateType,
    /// Id of the resource that the state belongs to: for example the bot, the user or the
    /// conversation.
    pub id: String,
    /// Name of the state, as the definition of the bot declares it.
    pub name: String,
    /// Content of the state, as the bot defines it.
    pub payload: Option<JsonObject>,
    /// How long the state may lie idle before it expires, in milliseconds. By default, it does not
    /// expire. 1 to 2592000000.
    pub expiry: Option<Nullable<i64>>,
}

impl SetState {
    /// Creates a value with the required fields.
    pub fn new<M>(
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: impl IntoNullableJsonObject<M>,
    ) -> Self {
        Self {
            type_: type_.into(),
            id: id.into(),
            name: name.into(),
            payload: payload.into_nullable_json_object(),
            expiry: None,
        }
    }
}

impl Request for SetState {
    type Response = SetStateResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("setState", "/v1/chat/states/{type}/{id}/{name}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("type", &self.type_);
        parts.path("id", &self.id);
        parts.path("name", &self.name);
        parts.object();
        parts.property("payload", &self.payload);
        parts.optional_property("expiry", &self.expiry);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
            payload: input.nullable("payload")?,
            expiry: input.optional_nullable("expiry")?,
        })
    }
}

/// A call of [`Client::set_state`](crate::Client::set_state).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SetStateCall = Call<SetState>;

impl Call<SetState> {
    /// How long the state may lie idle before it expires, in milliseconds. By default, it does not
    /// expire. 1 to 2592000000.
    pub fn expiry(mut self, expiry: i64) -> Self {
        self.request.expiry = Some(Nullable::Value(expiry));
        self
    }

    /// Sets `expiry` to null, which is different from leaving it out.
    pub fn expiry_null(mut self) -> Self {
        self.request.expiry = Some(Nullable::Null);
        self
    }
}

/// The [`State`](crate::types::State) as it is now.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStateResponse {
    /// Data that is kept under a name.
    pub state: State,
}

object!(SetStateResponse {
    required state: "state",
});
