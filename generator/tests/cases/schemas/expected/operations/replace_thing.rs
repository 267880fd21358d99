// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /things`

use crate::types::Thing;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::replace_thing`](crate::Client::replace_thing).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceThing {
    /// One of everything.
    pub thing: Thing,
}

impl ReplaceThing {
    /// Creates a value with the required fields.
    pub fn new(thing: Thing) -> Self {
        Self { thing }
    }
}

impl Request for ReplaceThing {
    type Response = Thing;
    type Error = Value;

    const OPERATION: Operation = Operation::put("replaceThing", "/things");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.thing);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplaceThing {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            thing: input.object(&[])?,
        })
    }
}
