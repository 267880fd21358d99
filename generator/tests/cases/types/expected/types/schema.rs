// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `schema`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Schema {
    /// `kept`
    pub kept: Option<bool>,
}

object!(Schema {
    optional kept: "kept",
});

impl Schema {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `kept`
    #[must_use]
    pub fn kept(mut self, kept: bool) -> Self {
        self.kept = Some(kept);
        self
    }
}
