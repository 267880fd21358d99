// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::{object, open_integer_enum};

/// `First`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct First {
    /// `k`
    pub k: FirstK,
}

object!(First {
    required k: "k",
});

/// Values of `k`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FirstK {
    /// `1`
    N1,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(FirstK { N1: 1, ..Unlisted });
