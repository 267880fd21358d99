// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /accounts/{address}`

use crate::api::Call;
use crate::api::types::{Account, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_account`](crate::api::Client::get_account).
///
/// A [`GetAccountCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetAccount {
    /// `address`
    pub address: std::net::Ipv4Addr,
    /// `near`
    pub near: Option<Vec<std::net::Ipv4Addr>>,
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub at_least: Option<crate::money::Amount>,
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub x_limit: Option<crate::money::Amount>,
}

impl GetAccount {
    /// Creates a value with the required fields.
    pub fn new(address: std::net::Ipv4Addr) -> Self {
        Self {
            address,
            near: None,
            at_least: None,
            x_limit: None,
        }
    }
}

impl Request for GetAccount {
    type Response = Account;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("getAccount", "/accounts/{address}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("address", &self.address);
        parts.query_styled("near", Style::PIPE_DELIMITED, &self.near);
        parts.query("at_least", &self.at_least);
        parts.header("x-limit", &self.x_limit);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetAccount {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            address: input.required("address")?,
            near: input.optional("near")?,
            at_least: input.optional("at_least")?,
            x_limit: input.optional("x-limit")?,
        })
    }
}

/// A call of [`Client::get_account`](crate::api::Client::get_account).
///
/// Setters take values; [`when_some`](crate::api::Call::when_some) takes an `Option`.
pub type GetAccountCall = Call<GetAccount>;

impl Call<GetAccount> {
    /// `near`
    pub fn near(mut self, near: impl IntoIterator<Item = std::net::Ipv4Addr>) -> Self {
        self.request.near = Some(near.into_iter().collect());
        self
    }

    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub fn at_least(mut self, at_least: crate::money::Amount) -> Self {
        self.request.at_least = Some(at_least);
        self
    }

    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub fn x_limit(mut self, x_limit: crate::money::Amount) -> Self {
        self.request.x_limit = Some(x_limit);
        self
    }
}
