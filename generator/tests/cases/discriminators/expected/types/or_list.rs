// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Join;
use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// An alternative lists its values, and another has no name and no values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrList {
    /// `list`
    List(Vec<i64>),
    /// Where `kind` is `listed`.
    Listed(OrListListed),
    /// `Other`
    Other(OrListOther),
    /// Where `kind` is `join`.
    Join(Join),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(OrList {
    List(Vec<i64>),
    Listed(OrListListed): "listed",
    Other(OrListOther) untagged,
    Join(Join): "join",
    ..Unlisted
} tagged "kind");

impl From<Vec<i64>> for OrList {
    fn from(value: Vec<i64>) -> Self {
        Self::List(value)
    }
}

impl From<OrListListed> for OrList {
    fn from(value: OrListListed) -> Self {
        Self::Listed(value)
    }
}

impl From<OrListOther> for OrList {
    fn from(value: OrListOther) -> Self {
        Self::Other(value)
    }
}

impl From<Join> for OrList {
    fn from(value: Join) -> Self {
        Self::Join(value)
    }
}

/// `Listed`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrListListed {
    /// `kind`
    pub kind: OrListListedKind,
}

object!(OrListListed {
    required kind: "kind",
});

impl OrListListed {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<OrListListedKind>) -> Self {
        Self { kind: kind.into() }
    }
}

/// `Other`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrListOther {
    /// `kind`
    pub kind: Option<String>,
    /// `n`
    pub n: Option<i64>,
}

object!(OrListOther {
    optional kind: "kind",
    optional n: "n",
});

impl OrListOther {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `kind`
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// `n`
    #[must_use]
    pub fn n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrListListedKind {
    /// `listed`
    Listed,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(OrListListedKind {
    Listed: "listed",
    ..Unlisted
});
