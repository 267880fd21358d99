// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /orders`

use crate::types::Order;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::order`](crate::Client::order).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderRequest {
    /// An order.
    pub order: Order,
}

impl OrderRequest {
    /// Creates a value with the required fields.
    pub fn new(order: Order) -> Self {
        Self { order }
    }
}

impl Request for OrderRequest {
    type Response = Order;
    type Error = Value;

    const OPERATION: Operation = Operation::post("order", "/orders");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.order);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for OrderRequest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            order: input.object(&[])?,
        })
    }
}
