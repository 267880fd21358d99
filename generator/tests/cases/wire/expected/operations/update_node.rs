// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PATCH /nodes/{id}`

use crate::Call;
use crate::types::{Node, NodeId, Problem};
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoMap, Nullable, Operation, Request, Timestamp, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::update_node`](crate::Client::update_node).
///
/// A [`UpdateNodeCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateNode {
    /// `id`
    pub id: NodeId,
    /// `parent`
    pub parent: Option<NodeId>,
    /// `title`. At most 10 characters.
    pub title: Option<Nullable<String>>,
    /// `due`
    pub due: Option<Timestamp>,
    /// `extra`
    pub extra: Option<BTreeMap<String, Nullable<i64>>>,
    /// `anything`
    pub anything: Option<Value>,
}

impl UpdateNode {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<NodeId>, parent: Option<NodeId>) -> Self {
        Self {
            id: id.into(),
            parent,
            title: None,
            due: None,
            extra: None,
            anything: None,
        }
    }
}

impl Request for UpdateNode {
    type Response = Node;
    type Error = Problem;

    const OPERATION: Operation = Operation::patch("updateNode", "/nodes/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, application/problem+json");
        parts.path("id", &self.id);
        parts.object();
        parts.property("parent", &self.parent);
        parts.optional_property("title", &self.title);
        parts.optional_property("due", &self.due);
        parts.optional_property("extra", &self.extra);
        parts.optional_property("anything", &self.anything);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for UpdateNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            parent: input.nullable("parent")?,
            title: input.optional_nullable("title")?,
            due: input.optional("due")?,
            extra: input.optional("extra")?,
            anything: input.optional("anything")?,
        })
    }
}

/// A call of [`Client::update_node`](crate::Client::update_node).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type UpdateNodeCall = Call<UpdateNode>;

impl Call<UpdateNode> {
    /// `title`. At most 10 characters.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.request.title = Some(Nullable::Value(title.into()));
        self
    }

    /// Sets `title` to null, which is different from leaving it out.
    pub fn title_null(mut self) -> Self {
        self.request.title = Some(Nullable::Null);
        self
    }

    /// `due`
    pub fn due(mut self, due: impl Into<Timestamp>) -> Self {
        self.request.due = Some(due.into());
        self
    }

    /// `extra`
    pub fn extra<M>(mut self, extra: impl IntoMap<Nullable<i64>, M>) -> Self {
        self.request.extra = Some(extra.into_map());
        self
    }

    /// `anything`
    pub fn anything(mut self, anything: impl Into<Value>) -> Self {
        self.request.anything = Some(anything.into());
        self
    }
}
