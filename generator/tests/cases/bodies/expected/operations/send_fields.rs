// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /map`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style};
use openapi_client_runtime::{IntoMap, Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::send_fields`](crate::Client::send_fields).
///
/// A [`SendFieldsCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendFields {
    /// `name`. Required if any field of the body is set.
    pub name: Option<String>,
    /// `meta`
    pub meta: Option<BTreeMap<String, i64>>,
    /// `pair`
    pub pair: Option<BTreeMap<String, i64>>,
    /// All other fields of the form.
    pub additional_properties: Option<BTreeMap<String, i64>>,
}

impl SendFields {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for SendFields {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("sendFields", "/map");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.optional_body_with(&["name"]);
        parts.optional_property("name", &self.name);
        parts.optional_property("meta", &self.meta);
        parts.property_styled("pair", Style::FORM, &self.pair);
        parts.members(&self.additional_properties);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendFields {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.optional("name")?,
            meta: input.optional("meta")?,
            pair: input.optional("pair")?,
            additional_properties: input.optional("additionalProperties")?,
        })
    }
}

/// A call of [`Client::send_fields`](crate::Client::send_fields).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendFieldsCall = Call<SendFields>;

impl Call<SendFields> {
    /// `name`. Required if any field of the body is set.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.request.name = Some(name.into());
        self
    }

    /// `meta`
    pub fn meta<M>(mut self, meta: impl IntoMap<i64, M>) -> Self {
        self.request.meta = Some(meta.into_map());
        self
    }

    /// `pair`
    pub fn pair<M>(mut self, pair: impl IntoMap<i64, M>) -> Self {
        self.request.pair = Some(pair.into_map());
        self
    }

    /// All other fields of the form.
    pub fn additional_properties<M>(mut self, additional_properties: impl IntoMap<i64, M>) -> Self {
        self.request.additional_properties = Some(additional_properties.into_map());
        self
    }
}
