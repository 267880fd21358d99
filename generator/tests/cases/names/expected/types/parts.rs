// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::object;

/// `Parts`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parts {
    /// `of`
    pub of: Option<String>,
}

object!(Parts {
    optional of: "of",
});
