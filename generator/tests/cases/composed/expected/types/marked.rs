// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// Describes its properties loosely.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Marked {
    /// `at`
    pub at: Option<String>,
    /// `count`
    pub count: Option<i64>,
    /// `id`
    pub id: Option<String>,
}

object!(Marked {
    optional at: "at",
    optional count: "count",
    optional id: "id",
});
