// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// An open enumeration may have grown, which is not a reason to choose a type that keeps less.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Grown {
    /// `Known`
    Known(GrownKnown),
    /// `Empty`
    Empty(GrownEmpty),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Grown {
    Known(GrownKnown),
    Empty(GrownEmpty),
    ..Unlisted
});

impl From<GrownKnown> for Grown {
    fn from(value: GrownKnown) -> Self {
        Self::Known(value)
    }
}

impl From<GrownEmpty> for Grown {
    fn from(value: GrownEmpty) -> Self {
        Self::Empty(value)
    }
}

/// `Known`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GrownKnown {
    /// `status`
    pub status: Option<GrownKnownStatus>,
    /// `text`
    pub text: Option<String>,
}

object!(GrownKnown {
    optional status: "status",
    optional text: "text",
});

/// `Empty`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GrownEmpty {
    /// `other`
    pub other: Option<String>,
}

object!(GrownEmpty {
    optional other: "other",
});

/// Values of `status`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GrownKnownStatus {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(GrownKnownStatus {
    A: "a",
    B: "b",
    ..Unlisted
});
