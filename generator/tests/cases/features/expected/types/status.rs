// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::object;
use crate::types::Level;

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
