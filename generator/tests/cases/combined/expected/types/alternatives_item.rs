// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownNumber;
use openapi_client_runtime::codegen::{object, open_integer_enum};

/// `Alternatives[]`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AlternativesItem {
    /// `b`
    pub b: Option<AlternativesItemB>,
    /// `a`
    pub a: Option<String>,
}

object!(AlternativesItem {
    optional b: "b",
    optional a: "a",
});

impl AlternativesItem {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `b`
    #[must_use]
    pub fn b(mut self, b: impl Into<AlternativesItemB>) -> Self {
        self.b = Some(b.into());
        self
    }

    /// `a`
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

/// Values of `b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AlternativesItemB {
    /// `1`
    N1,
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(AlternativesItemB {
    N1: 1,
    N2: 2,
    ..Unlisted
});
