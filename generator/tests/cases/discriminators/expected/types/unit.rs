// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Values of `Unit`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// `m`
    M,
    /// `km`
    Km,
    /// `kg`
    Kg,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(Unit {
    M: "m",
    Km: "km",
    Kg: "kg",
    ..Unlisted
});
