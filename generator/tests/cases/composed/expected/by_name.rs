// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

use crate::operations::{Park, Plant, PullRequest};
use crate::runtime::{NamedOperation, Schemas};

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<Plant>(&SCHEMAS),
    NamedOperation::of::<PullRequest>(&SCHEMAS),
    NamedOperation::of::<Park>(&SCHEMAS),
];

/// All operations, which can be called by name: id, method, path, docs, and JSON Schemas of input and output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
