// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// Where to get the next page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PageMeta {
    /// Where the next page starts; absent if there is none. Send it as the query parameter
    /// `nextToken` of the next call, percent-encoded as all values in a URL.
    pub next_token: Option<String>,
}

object!(PageMeta {
    optional next_token: "nextToken",
});
