// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /v1/chat/workflows/{id}`

use crate::types::{ServiceError, Workflow, WorkflowId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::get_workflow`](crate::Client::get_workflow).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflow {
    /// Id of the workflow to return.
    pub id: WorkflowId,
}

impl GetWorkflow {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<WorkflowId>) -> Self {
        Self { id: id.into() }
    }
}

impl Request for GetWorkflow {
    type Response = GetWorkflowResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::get("getWorkflow", "/v1/chat/workflows/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetWorkflow {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
        })
    }
}

/// The [`Workflow`](crate::types::Workflow) with the given id.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowResponse {
    /// A piece of work of a bot that takes an input, runs through several statuses and ends with an
    /// output.
    pub workflow: Workflow,
}

object!(GetWorkflowResponse {
    required workflow: "workflow",
});
