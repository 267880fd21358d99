// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Timestamp of a user that a range of time applies to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserRangeField {
    /// `updatedAt`
    UpdatedAt,
    /// `createdAt`
    CreatedAt,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(UserRangeField {
    UpdatedAt: "updatedAt",
    CreatedAt: "createdAt",
    ..Unlisted
});
