// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /orders`

use crate::usage::Call;
use crate::usage::types::{NewOrder, Price};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::create_order`](crate::usage::Client::create_order).
///
/// A [`CreateOrderCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateOrder {
    /// `body`
    pub new_order: Option<NewOrder>,
}

impl CreateOrder {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for CreateOrder {
    type Response = Price;
    type Error = Value;

    const OPERATION: Operation = Operation::post("createOrder", "/orders")
        .with_security(&[&["account", "Tenant key"], &["user"]]);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.optional_json(&self.new_order);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateOrder {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            new_order: input.optional_object(&[])?,
        })
    }
}

/// A call of [`Client::create_order`](crate::usage::Client::create_order).
///
/// Setters take values; [`when_some`](crate::usage::Call::when_some) takes an `Option`.
pub type CreateOrderCall = Call<CreateOrder>;

impl Call<CreateOrder> {
    /// `body`
    pub fn new_order(mut self, new_order: NewOrder) -> Self {
        self.request.new_order = Some(new_order);
        self
    }
}
