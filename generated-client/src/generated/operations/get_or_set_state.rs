// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/states/{type}/{id}/{name}/get-or-set`

use crate::Call;
use crate::types::{CachedMeta, ServiceError, State, StateType};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Nullable, Operation, Request};

/// Inputs of [`Client::get_or_set_state`](crate::Client::get_or_set_state).
///
/// A [`GetOrSetStateCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrSetState {
    /// Kind of resource that the state belongs to.
    pub type_: StateType,
    /// Id of the resource that the state belongs to: for example the bot, the user or the
    /// conversation.
    pub id: String,
    /// Name of the state, as the definition of the bot declares it.
    pub name: String,
    /// Content of the state, as the bot defines it.
    pub payload: JsonObject,
    /// How long the state may lie idle before it expires, in milliseconds. By default, it does not
    /// expire. 1 to 2592000000.
    pub expiry: Option<Nullable<i64>>,
}

impl GetOrSetState {
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
            expiry: None,
        }
    }
}

impl Request for GetOrSetState {
    type Response = GetOrSetStateResponse;
    type Error = ServiceError;

    const OPERATION: Operation =
        Operation::post("getOrSetState", "/v1/chat/states/{type}/{id}/{name}/get-or-set")
            .with_idempotency(&Idempotency::Always);

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
impl FromInput for GetOrSetState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
            payload: input.required("payload")?,
            expiry: input.optional_nullable("expiry")?,
        })
    }
}

/// A call of [`Client::get_or_set_state`](crate::Client::get_or_set_state).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type GetOrSetStateCall = Call<GetOrSetState>;

impl Call<GetOrSetState> {
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

/// The [`State`](crate::types::State) that was found or created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOrSetStateResponse {
    /// Data that is kept under a name.
    pub state: State,
    /// Where the response comes from.
    pub meta: CachedMeta,
}

object!(GetOrSetStateResponse {
    required state: "state",
    required meta: "meta",
});
