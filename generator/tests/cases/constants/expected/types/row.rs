// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::{object, open_integer_enum};

/// `Row`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// `type`
    pub type_: RowType,
    /// `id`
    pub id: i64,
}

object!(Row {
    required type_: "type",
    required id: "id",
});

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RowType {
    /// `1`
    N1,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(RowType { N1: 1, ..Unlisted });
