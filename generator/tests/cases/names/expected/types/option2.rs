// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Call;
use openapi_client_runtime::codegen::object;

/// `Option`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Option2 {
    /// `call`
    pub call: Option<Call>,
    /// `value`
    pub value: Option<String>,
}

object!(Option2 {
    optional call: "call",
    optional value: "value",
});
