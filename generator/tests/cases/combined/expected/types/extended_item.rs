// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Extended[]`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExtendedItem {
    /// `id`
    pub id: String,
    /// `more`
    pub more: Option<bool>,
}

object!(ExtendedItem {
    required id: "id",
    optional more: "more",
});

impl ExtendedItem {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            more: None,
        }
    }

    /// `more`
    #[must_use]
    pub fn more(mut self, more: bool) -> Self {
        self.more = Some(more);
        self
    }
}
