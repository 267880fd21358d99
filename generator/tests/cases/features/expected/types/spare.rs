// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::object;
use crate::types::Audit;

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
