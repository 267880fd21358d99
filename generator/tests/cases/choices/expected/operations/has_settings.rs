// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `HEAD /settings/{id}`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::has_settings`](crate::Client::has_settings).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HasSettings {
    /// `id`
    pub id: String,
}

impl HasSettings {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for HasSettings {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation =
        Operation::head("hasSettings", "/settings/{id}").with_server("https://eu.example.org/v2");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for HasSettings {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}
