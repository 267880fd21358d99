// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /states/{kind}`

use crate::types::Channel;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request, Value};

/// Inputs of [`Client::set_state`](crate::Client::set_state).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetState {
    /// `kind`
    pub kind: Channel,
    /// `body`
    pub body: JsonObject,
}

impl SetState {
    /// Creates a value with the required fields.
    pub fn new<MM>(kind: impl Into<Channel>, body: impl IntoJsonObject<MM>) -> Self {
        Self {
            kind: kind.into(),
            body: body.into_json_object(),
        }
    }
}

impl Request for SetState {
    type Response = SetStateResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::put("setState", "/states/{kind}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("kind", &self.kind);
        parts.json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            kind: input.required("kind")?,
            body: input.required("body")?,
        })
    }
}

/// The state.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStateResponse {
    /// `state`
    pub state: JsonObject,
}

object!(SetStateResponse {
    required state: "state",
});
