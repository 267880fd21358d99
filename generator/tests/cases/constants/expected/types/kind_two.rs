// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Values of `KindTwo`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KindTwo {
    /// `two`
    Two,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(KindTwo {
    Two: "two",
    ..Unlisted
});
