// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /nodes`

use crate::types::{Node, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{Idempotency, RequestParts};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::create_node`](crate::Client::create_node).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateNode {
    /// `body`
    pub node: Node,
}

impl CreateNode {
    /// Creates a value with the required fields.
    pub fn new(node: Node) -> Self {
        Self { node }
    }
}

impl Request for CreateNode {
    type Response = Node;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("createNode", "/nodes")
        .with_idempotency(&Idempotency::ByKey("Idempotency-Key"));

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, application/problem+json");
        parts.json(&self.node);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            node: input.object(&[])?,
        })
    }
}
