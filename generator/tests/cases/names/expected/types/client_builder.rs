// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `ClientBuilder`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClientBuilder {
    /// `client`
    pub client: Option<String>,
}

object!(ClientBuilder {
    optional client: "client",
});
