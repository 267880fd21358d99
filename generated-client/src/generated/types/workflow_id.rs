// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::string_newtype;

/// Identifies a [`Workflow`](crate::types::Workflow).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkflowId(String);

string_newtype!(WorkflowId);
