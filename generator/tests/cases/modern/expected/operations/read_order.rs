// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /orders/{id}`

use crate::types::Order;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, union};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::read_order`](crate::Client::read_order).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadOrder {
    /// `id`
    pub id: ReadOrderId,
}

impl ReadOrder {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<ReadOrderId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for ReadOrder {
    type Response = Order;
    type Error = Value;

    const OPERATION: Operation = Operation::get("readOrder", "/orders/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReadOrder {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// `id`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReadOrderId {
    /// `string`
    String(String),
    /// `integer`
    Integer(i64),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ReadOrderId {
    String(String),
    Integer(i64),
    ..Unlisted
});

impl From<String> for ReadOrderId {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ReadOrderId {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<i64> for ReadOrderId {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
