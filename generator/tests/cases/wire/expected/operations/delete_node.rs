// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /nodes/{id}`

use crate::Call;
use crate::types::{NodeId, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoList, Operation, Request};

/// Inputs of [`Client::delete_node`](crate::Client::delete_node).
///
/// A [`DeleteNodeCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteNode {
    /// `id`
    pub id: NodeId,
    /// `body`
    pub body: Option<Vec<String>>,
}

impl DeleteNode {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<NodeId>) -> Self {
        Self {
            id: id.into(),
            body: None,
        }
    }
}

impl Request for DeleteNode {
    type Response = DeleteNodeResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::delete("deleteNode", "/nodes/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, application/problem+json");
        parts.path("id", &self.id);
        parts.optional_json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DeleteNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.optional("body")?,
        })
    }
}

/// A call of [`Client::delete_node`](crate::Client::delete_node).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type DeleteNodeCall = Call<DeleteNode>;

impl Call<DeleteNode> {
    /// `body`
    pub fn body<M>(mut self, body: impl IntoList<String, M>) -> Self {
        self.request.body = Some(body.into_list());
        self
    }
}

/// Nothing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteNodeResponse {}

object!(DeleteNodeResponse {});
