// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::string_newtype;

/// Identifies a [`State`](crate::types::State).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(String);

string_newtype!(StateId);
