// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /nodes`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoNullableJsonObject, JsonObject, Operation, Request, Value};

/// Inputs of [`Client::put_node`](crate::Client::put_node).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutNode {
    /// `config`
    pub config: Option<JsonObject>,
    /// `label`
    pub label: Option<String>,
}

impl PutNode {
    /// Creates a value with the required fields.
    pub fn new<MM>(config: impl IntoNullableJsonObject<MM>, label: Option<String>) -> Self {
        Self {
            config: config.into_nullable_json_object(),
            label,
        }
    }
}

impl Request for PutNode {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("putNode", "/nodes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("config", &self.config);
        parts.property("label", &self.label);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for PutNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            config: input.nullable("config")?,
            label: input.nullable("label")?,
        })
    }
}
