// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::{object, open_integer_enum};

/// `Button`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Button {
    /// `type`
    pub type_: ButtonType,
    /// `id`
    pub id: i64,
}

object!(Button {
    required type_: "type",
    required id: "id",
});

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ButtonType {
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(ButtonType { N2: 2, ..Unlisted });
