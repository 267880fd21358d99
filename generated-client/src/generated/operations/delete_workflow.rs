// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/workflows/{id}`

use crate::types::{ServiceError, WorkflowId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::delete_workflow`](crate::Client::delete_workflow).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflow {
    /// Id of the workflow to delete.
    pub id: WorkflowId,
}

impl DeleteWorkflow {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<WorkflowId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DeleteWorkflow {
    type Response = DeleteWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::delete("deleteWorkflow", "/v1/chat/workflows/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for DeleteWorkflow {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// Empty: the workflow no longer exists.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowResponse {}

object!(DeleteWorkflowResponse {});
