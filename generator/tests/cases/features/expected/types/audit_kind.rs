// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::open_enum;

/// Values of `AuditKind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuditKind {
    /// `added`
    Added,
    /// `dropped`
    Dropped,
    /// A value that this version does not know.
    Other(String),
}

open_enum!(AuditKind {
    Added: "added",
    Dropped: "dropped",
}, Other);
