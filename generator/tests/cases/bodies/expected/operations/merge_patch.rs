// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PATCH /patch`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Nullable, Operation, Request, Value};

/// Inputs of [`Client::merge_patch`](crate::Client::merge_patch).
///
/// A [`MergePatchCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MergePatch {
    /// `a`
    pub a: Option<Nullable<String>>,
}

impl MergePatch {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for MergePatch {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::patch("mergePatch", "/patch");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.content_type("application/merge-patch+json");
        parts.optional_property("a", &self.a);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for MergePatch {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            a: input.optional_nullable("a")?,
        })
    }
}

/// A call of [`Client::merge_patch`](crate::Client::merge_patch).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type MergePatchCall = Call<MergePatch>;

impl Call<MergePatch> {
    /// `a`
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.request.a = Some(Nullable::Value(a.into()));
        self
    }

    /// Sets `a` to null, which is different from leaving it out.
    pub fn a_null(mut self) -> Self {
        self.request.a = Some(Nullable::Null);
        self
    }
}
