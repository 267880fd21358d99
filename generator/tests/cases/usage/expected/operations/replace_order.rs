// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /orders`

use crate::usage::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Nullable, Operation, Request, Value};

/// Inputs of [`Client::replace_order`](crate::usage::Client::replace_order).
///
/// A [`ReplaceOrderCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReplaceOrder {
    /// `number`. Required if any field of the body is set.
    pub number: Option<i64>,
    /// `street_and_number_and_city`. Required if any field of the body is set.
    pub street_and_number_and_city: Option<String>,
    /// `note`
    pub note: Option<Nullable<String>>,
}

impl ReplaceOrder {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ReplaceOrder {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation =
        Operation::put("replaceOrder", "/orders").with_security(&[&[], &["session"]]);

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.optional_body_with(&["number", "street_and_number_and_city"]);
        parts.optional_property("number", &self.number);
        parts.optional_property(
            "street_and_number_and_city",
            &self.street_and_number_and_city,
        );
        parts.optional_property("note", &self.note);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplaceOrder {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            number: input.optional("number")?,
            street_and_number_and_city: input.optional("street_and_number_and_city")?,
            note: input.optional_nullable("note")?,
        })
    }
}

/// A call of [`Client::replace_order`](crate::usage::Client::replace_order).
///
/// Setters take values; [`when_some`](crate::usage::Call::when_some) takes an `Option`.
pub type ReplaceOrderCall = Call<ReplaceOrder>;

impl Call<ReplaceOrder> {
    /// `number`. Required if any field of the body is set.
    pub fn number(mut self, number: i64) -> Self {
        self.request.number = Some(number);
        self
    }

    /// `street_and_number_and_city`. Required if any field of the body is set.
    pub fn street_and_number_and_city(
        mut self,
        street_and_number_and_city: impl Into<String>,
    ) -> Self {
        self.request.street_and_number_and_city = Some(street_and_number_and_city.into());
        self
    }

    /// `note`
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.request.note = Some(Nullable::Value(note.into()));
        self
    }

    /// Leaves `note` out, because only JSON has null.
    pub fn note_null(mut self) -> Self {
        self.request.note = Some(Nullable::Null);
        self
    }
}
