// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `DELETE /v1/chat/workflows/{id}`

#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::runtime::{Operation, Parts, Request, object};
use crate::types::{ServiceError, WorkflowId};

/// Inputs of [`Client::delete_workflow`](crate::Client::delete_workflow).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflow {
    /// Id of the workflow to delete.
    pub id: WorkflowId,
}

impl DeleteWorkflow {
    /// Starts with what is required.
    pub fn new(id: impl Into<WorkflowId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for DeleteWorkflow {
    type Response = DeleteWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::delete("deleteWorkflow", "/v1/chat/workflows/{id}");

    #[inline]
    fn encode(&self, parts: &mut Parts) {
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
