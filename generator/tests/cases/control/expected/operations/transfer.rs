// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /transfers`

use crate::api::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Json, Operation, Request, Value};

/// Inputs of [`Client::transfer`](crate::api::Client::transfer).
///
/// A [`TransferCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub amount: crate::money::Amount,
    /// `fees`. Each: matching `^-?\d+\.\d\d$`.
    pub fees: Option<Vec<crate::money::Amount>>,
}

impl Transfer {
    /// Creates a value with the required fields.
    pub fn new(amount: crate::money::Amount) -> Self {
        Self { amount, fees: None }
    }
}

impl Request for Transfer {
    type Response = Json<crate::money::Amount>;
    type Error = Value;

    const OPERATION: Operation =
        Operation::post("transfer", "/transfers").with_security(&[&["key"]]);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("amount", &self.amount);
        parts.optional_property("fees", &self.fees);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Transfer {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            amount: input.required("amount")?,
            fees: input.optional("fees")?,
        })
    }
}

/// A call of [`Client::transfer`](crate::api::Client::transfer).
///
/// Setters take values; [`when_some`](crate::api::Call::when_some) takes an `Option`.
pub type TransferCall = Call<Transfer>;

impl Call<Transfer> {
    /// `fees`. Each: matching `^-?\d+\.\d\d$`.
    pub fn fees(mut self, fees: impl IntoIterator<Item = crate::money::Amount>) -> Self {
        self.request.fees = Some(fees.into_iter().collect());
        self
    }
}
