// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Values of `Level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `fine`
    Fine,
    /// `bad`
    Bad,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(Level {
    Fine: "fine",
    Bad: "bad",
    ..Unlisted
});
