// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{CreateTicket, PutNode, SetState};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateTicket>(&SCHEMAS),
    NamedOperation::of::<PutNode>(&SCHEMAS),
    NamedOperation::of::<SetState>(&SCHEMAS),
];

/// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
