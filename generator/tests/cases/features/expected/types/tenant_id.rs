// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::string_newtype;

/// `TenantId`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenantId(String);

string_newtype!(TenantId);
