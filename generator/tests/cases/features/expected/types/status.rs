// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Level;
use openapi_client_runtime::codegen::object;

/// `Status`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Status {
    /// `level`
    pub level: Option<Level>,
}

object!(Status {
    optional level: "level",
});
