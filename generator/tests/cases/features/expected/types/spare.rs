// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Audit;
use openapi_client_runtime::codegen::object;

/// `Spare`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spare {
    /// `mood`
    pub mood: Option<Audit>,
}

object!(Spare {
    optional mood: "mood",
});
