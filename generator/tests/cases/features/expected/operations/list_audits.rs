// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /audits`

use crate::Call;
use crate::types::{Audit, AuditKind, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Request};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_audits`](crate::Client::list_audits).
///
/// A [`ListAuditsCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListAudits {
    /// `kinds`
    pub kinds: Option<Vec<AuditKind>>,
    /// `of`
    pub of: Option<BTreeMap<String, String>>,
}

impl ListAudits {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListAudits {
    type Response = ListAuditsResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("listAudits", "/audits");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("kinds", &self.kinds);
        parts.query("of", &self.of);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListAudits {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            kinds: input.optional("kinds")?,
            of: input.optional("of")?,
        })
    }
}

/// A call of [`Client::list_audits`](crate::Client::list_audits).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListAuditsCall = Call<ListAudits>;

impl Call<ListAudits> {
    /// `kinds`
    pub fn kinds<M>(mut self, kinds: impl IntoList<AuditKind, M>) -> Self {
        self.request.kinds = Some(kinds.into_list());
        self
    }

    /// `of`
    pub fn of<M>(mut self, of: impl IntoMap<String, M>) -> Self {
        self.request.of = Some(of.into_map());
        self
    }
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListAuditsResponse {
    /// `audits`
    pub audits: Vec<Audit>,
}

object!(ListAuditsResponse {
    required audits: "audits",
});
