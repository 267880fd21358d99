// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::{object, open_enum};

/// A thing, with the text of "quotes", `]` and */ in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `kind`
    pub kind: ThingKind,
    /// `type`
    pub type_: Option<String>,
    /// ``
    pub empty: Option<String>,
    /// `with space`
    pub with_space: Option<String>,
}

object!(Thing {
    required kind: "kind",
    optional type_: "type",
    optional empty: "",
    optional with_space: "with space",
});

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// `a`
    A2,
    /// `A`
    A,
    /// `quote"d\`
    QuoteD,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ThingKind {
    A2: "a",
    A: "A",
    QuoteD: "quote\"d\\",
    ..Unlisted
});
