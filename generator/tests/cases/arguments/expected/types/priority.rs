// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::open_integer_enum;

/// Values of `Priority`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// `1`
    N1,
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(Priority {
    N1: 1,
    N2: 2,
    ..Unlisted
});
