// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::usage::types::Line;
use openapi_client_runtime::codegen::object;

/// `NewOrder`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewOrder {
    /// `customer`
    pub customer: String,
    /// `lines`
    pub lines: Vec<Line>,
}

object!(NewOrder {
    required customer: "customer",
    required lines: "lines",
});

impl NewOrder {
    /// Creates a value with the required fields.
    pub fn new(customer: impl Into<String>, lines: impl IntoIterator<Item = Line>) -> Self {
        Self {
            customer: customer.into(),
            lines: lines.into_iter().collect(),
        }
    }
}
