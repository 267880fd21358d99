// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::{object, open_integer_enum};

/// `Select`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Select {
    /// `type`
    pub type_: SelectType,
    /// `id`
    pub id: i64,
}

object!(Select {
    required type_: "type",
    required id: "id",
});

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelectType {
    /// `3`
    N3,
    /// `5`
    N5,
    /// `6`
    N6,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(SelectType {
    N3: 3,
    N5: 5,
    N6: 6,
    ..Unlisted
});
