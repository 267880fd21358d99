// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// A [`Plain`](crate::descriptions::types::Plain) thing of
/// [`plain`](crate::descriptions::Client::plain), and none.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Plain {
    /// A [`Plain`](crate::descriptions::types::Plain) thing of
    /// [`plain`](crate::descriptions::Client::plain), and none.
    pub next: Option<Box<Plain>>,
}

object!(Plain {
    optional next: "next",
});
