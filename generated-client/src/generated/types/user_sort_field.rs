// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// Timestamp that users are sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserSortField {
    /// `updatedAt`
    UpdatedAt,
    /// `createdAt`
    CreatedAt,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(UserSortField {
    UpdatedAt: "updatedAt",
    CreatedAt: "createdAt",
    ..Unlisted
});
