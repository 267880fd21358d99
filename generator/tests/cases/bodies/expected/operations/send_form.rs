// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /form`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::send_form`](crate::Client::send_form).
///
/// A [`SendFormCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendForm {
    /// `name`
    pub name: String,
    /// `sizes`
    pub sizes: Option<Vec<i64>>,
    /// `card`
    pub card: Option<SendFormCard>,
}

impl SendForm {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            sizes: None,
            card: None,
        }
    }
}

impl Request for SendForm {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("sendForm", "/form");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.property("name", &self.name);
        parts.optional_property("sizes", &self.sizes);
        parts.property_styled("card", Style::DEEP_OBJECT, &self.card);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendForm {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
            sizes: input.optional("sizes")?,
            card: input.optional("card")?,
        })
    }
}

/// A call of [`Client::send_form`](crate::Client::send_form).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendFormCall = Call<SendForm>;

impl Call<SendForm> {
    /// `sizes`
    pub fn sizes(mut self, sizes: impl IntoIterator<Item = i64>) -> Self {
        self.request.sizes = Some(sizes.into_iter().collect());
        self
    }

    /// `card`
    pub fn card(mut self, card: SendFormCard) -> Self {
        self.request.card = Some(card);
        self
    }
}

/// `owner`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendFormCardOwner {
    /// `city`
    pub city: Option<String>,
}

object!(SendFormCardOwner {
    optional city: "city",
});

impl SendFormCardOwner {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `city`
    #[must_use]
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// `card`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendFormCard {
    /// `number`
    pub number: Option<String>,
    /// `owner`
    pub owner: Option<SendFormCardOwner>,
}

object!(SendFormCard {
    optional number: "number",
    optional owner: "owner",
});

impl SendFormCard {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `number`
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
        self
    }

    /// `owner`
    #[must_use]
    pub fn owner(mut self, owner: SendFormCardOwner) -> Self {
        self.owner = Some(owner);
        self
    }
}
