// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// `Last`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Last {
    /// `Amount`. Matching `^-?\d+\.\d\d$`.
    Amount(crate::money::Amount),
    /// `list`. Each: matching `^-?\d+\.\d\d$`.
    List(Vec<crate::money::Amount>),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Last {
    Amount(crate::money::Amount),
    List(Vec<crate::money::Amount>),
    ..Unlisted
});
