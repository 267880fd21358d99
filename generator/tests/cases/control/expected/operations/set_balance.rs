// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /accounts/{address}`

use crate::api::Call;
use crate::api::types::Account;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, responses};
use openapi_client_runtime::{Json, Operation, Request, Value};

/// Inputs of [`Client::set_balance`](crate::api::Client::set_balance).
///
/// A [`SetBalanceCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBalance {
    /// `address`
    pub address: std::net::Ipv4Addr,
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub x_limit: Option<crate::money::Amount>,
    /// `body`. Matching `^-?\d+\.\d\d$`.
    pub body: crate::money::Amount,
}

impl SetBalance {
    /// Creates a value with the required fields.
    pub fn new(address: std::net::Ipv4Addr, body: crate::money::Amount) -> Self {
        Self {
            address,
            x_limit: None,
            body,
        }
    }
}

impl Request for SetBalance {
    type Response = SetBalanceResponse;
    type Error = Value;

    const OPERATION: Operation = Operation::put("setBalance", "/accounts/{address}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("address", &self.address);
        parts.header("x-limit", &self.x_limit);
        parts.json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetBalance {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            address: input.required("address")?,
            x_limit: input.optional("x-limit")?,
            body: input.required("body")?,
        })
    }
}

/// A call of [`Client::set_balance`](crate::api::Client::set_balance).
///
/// Setters take values; [`when_some`](crate::api::Call::when_some) takes an `Option`.
pub type SetBalanceCall = Call<SetBalance>;

impl Call<SetBalance> {
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub fn x_limit(mut self, x_limit: crate::money::Amount) -> Self {
        self.request.x_limit = Some(x_limit);
        self
    }
}

/// The responses of [`Client::set_balance`](crate::api::Client::set_balance), by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SetBalanceResponse {
    /// Status 200: The balance.
    Ok(Json<crate::money::Amount>),
    /// Status 202: Later.
    Accepted(Account),
}

responses!(SetBalanceResponse {
    200 => Ok(Json<crate::money::Amount>),
    202 => Accepted(Account),
});
