// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::string_newtype;

/// Identifies a [`State`](crate::types::State).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(String);

string_newtype!(StateId);
