// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Versioned;
use openapi_client_runtime::codegen::object;

/// `Holder`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `only`
    pub only: Option<Versioned>,
}

object!(Holder {
    optional only: "only",
});

impl Holder {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `only`
    #[must_use]
    pub fn only(mut self, only: Versioned) -> Self {
        self.only = Some(only);
        self
    }
}
