// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Line`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// `item`
    pub item: String,
    /// `count`. More than 0.
    pub count: Option<i64>,
}

object!(Line {
    required item: "item",
    optional count: "count",
});

impl Line {
    /// Creates a value with the required fields.
    pub fn new(item: impl Into<String>) -> Self {
        Self {
            item: item.into(),
            count: None,
        }
    }

    /// `count`. More than 0.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }
}
