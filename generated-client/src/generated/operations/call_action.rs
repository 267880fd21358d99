// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/actions`

use crate::types::{CachedMeta, ServiceError};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request};

/// Inputs of [`Client::call_action`](crate::Client::call_action).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CallAction {
    /// Name of the action to run. At most 200 characters.
    pub type_: String,
    /// Data for the action.
    pub input: JsonObject,
}

impl CallAction {
    /// Creates a value with the required fields.
    pub fn new<M>(type_: impl Into<String>, input: impl IntoJsonObject<M>) -> Self {
        Self {
            type_: type_.into(),
            input: input.into_json_object(),
        }
    }
}

impl Request for CallAction {
    type Response = CallActionResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("callAction", "/v1/chat/actions");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("type", &self.type_);
        parts.property("input", &self.input);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CallAction {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            input: input.required("input")?,
        })
    }
}

/// Result of the action.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CallActionResponse {
    /// Output of the action.
    pub output: JsonObject,
    /// Where the response comes from.
    pub meta: CachedMeta,
}

object!(CallActionResponse {
    required output: "output",
    required meta: "meta",
});
