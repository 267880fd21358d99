// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /map`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoMap, Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::send_map`](crate::Client::send_map).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMap {
    /// `body`
    pub body: BTreeMap<String, String>,
}

impl SendMap {
    /// Creates a value with the required fields.
    pub fn new<M>(body: impl IntoMap<String, M>) -> Self {
        Self {
            body: body.into_map(),
        }
    }
}

impl Request for SendMap {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("sendMap", "/map");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.members(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendMap {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.required("body")?,
        })
    }
}
