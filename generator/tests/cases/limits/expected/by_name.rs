// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{GetValue, SendCodes, StreamNumbers};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<SendCodes>(&SCHEMAS),
    NamedOperation::of::<StreamNumbers>(&SCHEMAS),
    NamedOperation::of::<GetValue>(&SCHEMAS),
];

/// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
