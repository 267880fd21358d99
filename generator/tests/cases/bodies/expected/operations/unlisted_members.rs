// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /unlisted`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoMap, Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::unlisted_members`](crate::Client::unlisted_members).
///
/// A [`UnlistedMembersCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UnlistedMembers {
    /// `dry`
    pub dry: Option<bool>,
    /// `body`
    pub body: Option<UnlistedMembers2>,
}

impl UnlistedMembers {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for UnlistedMembers {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("unlistedMembers", "/unlisted");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("dry", &self.dry);
        parts.optional_json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UnlistedMembers {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            body: input.optional_object(&[])?,
        })
    }
}

/// A call of [`Client::unlisted_members`](crate::Client::unlisted_members).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UnlistedMembersCall = Call<UnlistedMembers>;

impl Call<UnlistedMembers> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }

    /// `body`
    pub fn body(mut self, body: UnlistedMembers2) -> Self {
        self.request.body = Some(body);
        self
    }
}

/// `unlistedMembers`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnlistedMembers2 {
    /// `d`
    pub d: String,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, Value>,
}

object!(UnlistedMembers2 {
    required d: "d",
    ..additional_properties
});

impl UnlistedMembers2 {
    /// Creates a value with the required fields.
    pub fn new(d: impl Into<String>) -> Self {
        Self {
            d: d.into(),
            additional_properties: BTreeMap::new(),
        }
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(
        mut self,
        additional_properties: impl IntoMap<Value, M>,
    ) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}
