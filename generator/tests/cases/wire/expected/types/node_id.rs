// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::string_newtype;

/// `NodeId`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(String);

string_newtype!(NodeId);
