// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /nodes`

use crate::Call;
use crate::types::{Kind, Node, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, object};
use openapi_client_runtime::{IntoList, IntoMap, Nullable, Operation, Paginated, Request, Timestamp};
use std::collections::BTreeMap;

/// Inputs of [`Client::list_nodes`](crate::Client::list_nodes).
///
/// A [`ListNodesCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListNodes {
    /// `after`
    pub after: Option<Timestamp>,
    /// `cursor`
    pub cursor: Option<String>,
    /// `kinds`
    pub kinds: Option<Vec<Kind>>,
    /// `labels`
    pub labels: Option<BTreeMap<String, String>>,
    /// `X-Trace`
    pub x_trace: Option<String>,
    /// `session`
    pub session: Option<String>,
}

impl ListNodes {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ListNodes {
    type Response = ListNodesResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::get("listNodes", "/nodes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, application/problem+json");
        parts.query("after", &self.after);
        parts.query("cursor", &self.cursor);
        parts.query("kinds", &self.kinds);
        parts.query_styled("labels", Style::DOT_OBJECT, &self.labels);
        parts.header("X-Trace", &self.x_trace);
        parts.cookie("session", &self.session);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ListNodes {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            after: input.optional("after")?,
            cursor: input.optional("cursor")?,
            kinds: input.optional("kinds")?,
            labels: input.optional("labels")?,
            x_trace: input.optional("X-Trace")?,
            session: input.optional("session")?,
        })
    }
}

impl Paginated for ListNodes {
    type Item = Node;

    fn token(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.cursor = Some(token);
    }

    fn next_token(page: &Self::Response) -> Option<&str> {
        page.page.as_ref()?.next.as_ref()?.value().map(String::as_str)
    }

    fn into_items(page: Self::Response) -> Vec<Node> {
        page.nodes
    }
}

/// A call of [`Client::list_nodes`](crate::Client::list_nodes).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ListNodesCall = Call<ListNodes>;

impl Call<ListNodes> {
    /// `after`
    pub fn after(mut self, after: impl Into<Timestamp>) -> Self {
        self.request.after = Some(after.into());
        self
    }

    /// `cursor`
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.request.cursor = Some(cursor.into());
        self
    }

    /// `kinds`
    pub fn kinds<M>(mut self, kinds: impl IntoList<Kind, M>) -> Self {
        self.request.kinds = Some(kinds.into_list());
        self
    }

    /// `labels`
    pub fn labels<M>(mut self, labels: impl IntoMap<String, M>) -> Self {
        self.request.labels = Some(labels.into_map());
        self
    }

    /// `X-Trace`
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.request.x_trace = Some(x_trace.into());
        self
    }

    /// `session`
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.request.session = Some(session.into());
        self
    }
}

/// `page`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListNodesResponsePage {
    /// `next`
    pub next: Option<Nullable<String>>,
}

object!(ListNodesResponsePage {
    optional_nullable next: "next",
});

/// A page of nodes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListNodesResponse {
    /// `nodes`
    pub nodes: Vec<Node>,
    /// `page`
    pub page: Option<ListNodesResponsePage>,
}

object!(ListNodesResponse {
    required nodes: "nodes",
    optional page: "page",
});
