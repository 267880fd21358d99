// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// A kind of vehicle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Car {
    /// `kind`
    pub kind: String,
    /// `doors`
    pub doors: Option<i64>,
}

object!(Car {
    required kind: "kind",
    optional doors: "doors",
});
