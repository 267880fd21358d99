// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::open_integer_enum;

/// A number with a meaning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `0`
    Off,
    /// `10`: A little.
    Low,
    /// `-1`
    Minus1,
    /// `200`
    N200,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(Level {
    Off: 0,
    Low: 10,
    Minus1: -1,
    N200: 200,
    ..Unlisted
});
