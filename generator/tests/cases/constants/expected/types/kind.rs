// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Values of `Kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `one`
    One,
    /// `two`
    Two,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(Kind {
    One: "one",
    Two: "two",
    ..Unlisted
});
