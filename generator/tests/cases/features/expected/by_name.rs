// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, for calls by name.

#[cfg(any(feature = "default2", feature = "grosse"))]
use crate::operations::DropAll;
use crate::operations::GetStatus;
#[cfg(feature = "users")]
use crate::operations::GetUser;
#[cfg(feature = "admin-tools2")]
use crate::operations::ListAudits;
#[cfg(any(feature = "admin-tools", feature = "users"))]
use crate::operations::{SetUser, SetUserAsCsv};
use openapi_client_runtime::NamedOperation;
use openapi_client_runtime::codegen::Schemas;

pub(super) static SCHEMAS: Schemas = Schemas::new(include_str!("operations.json"));

pub(super) static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetStatus>(&SCHEMAS),
    #[cfg(feature = "users")]
    NamedOperation::of::<GetUser>(&SCHEMAS),
    #[cfg(any(feature = "admin-tools", feature = "users"))]
    NamedOperation::of::<SetUser>(&SCHEMAS)
        .with_content_types("setUser", &["application/json"]),
    #[cfg(any(feature = "admin-tools", feature = "users"))]
    NamedOperation::of::<SetUserAsCsv>(&SCHEMAS)
        .with_content_types("setUser", &["text/csv"]),
    #[cfg(feature = "admin-tools2")]
    NamedOperation::of::<ListAudits>(&SCHEMAS),
    #[cfg(any(feature = "default2", feature = "grosse"))]
    NamedOperation::of::<DropAll>(&SCHEMAS),
];

/// All operations that can be called by name, with id, method, path, docs, and JSON Schemas of input and
/// output.
pub fn operations() -> &'static [NamedOperation] {
    OPERATIONS
}
