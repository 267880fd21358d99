// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::open_enum;

/// Values of `Call`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// `one`
    One,
    /// A value that this version does not know.
    Other(String),
}

open_enum!(Call {
    One: "one",
}, Other);
