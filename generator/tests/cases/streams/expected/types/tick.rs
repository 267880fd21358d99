// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Timestamp;
use openapi_client_runtime::codegen::object;

/// `Tick`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick {
    /// `price`
    pub price: i64,
    /// `at`
    pub at: Option<Timestamp>,
}

object!(Tick {
    required price: "price",
    optional at: "at",
});
