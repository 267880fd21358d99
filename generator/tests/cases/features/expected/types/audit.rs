// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{AuditKind, User};
use openapi_client_runtime::codegen::object;

/// `Audit`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Audit {
    /// `by`
    pub by: Option<User>,
    /// `kind`
    pub kind: Option<AuditKind>,
}

object!(Audit {
    optional by: "by",
    optional kind: "kind",
});
