// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::open_integer_enum;

/// The JSON Schema way to describe numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// `1`
    Small,
    /// `2`: Two.
    Large,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(Size {
    Small: 1,
    Large: 2,
    ..Unlisted
});
