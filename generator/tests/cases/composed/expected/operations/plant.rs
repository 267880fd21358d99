// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /trees`

use crate::types::Tree;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::plant`](crate::Client::plant).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Plant {
    /// A tree that contains others in every way.
    pub tree: Tree,
}

impl Plant {
    /// Creates a value with the required fields.
    pub fn new(tree: Tree) -> Self {
        Self { tree }
    }
}

impl Request for Plant {
    type Response = Tree;
    type Error = Value;

    const OPERATION: Operation = Operation::post("plant", "/trees");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.json(&self.tree);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Plant {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            tree: input.object(&[])?,
        })
    }
}
