// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::open_enum;

/// Values of `AsRef`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AsRef {
    /// `one`
    One,
    /// A value that this version does not know.
    Other(String),
}

open_enum!(AsRef {
    One: "one",
}, Other);
