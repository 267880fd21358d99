// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::KindTwo;
use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// The values of the tag are in schemas of an `allOf`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ByComposed {
    /// Where `k` is `one`.
    One(ByComposedOne),
    /// Where `k` is `two`.
    Two(ByComposedTwo),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ByComposed {
    One(ByComposedOne): "one",
    Two(ByComposedTwo): "two",
    ..Unlisted
} by "k");

impl From<ByComposedOne> for ByComposed {
    fn from(value: ByComposedOne) -> Self {
        Self::One(value)
    }
}

impl From<ByComposedTwo> for ByComposed {
    fn from(value: ByComposedTwo) -> Self {
        Self::Two(value)
    }
}

/// `One`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByComposedOne {
    /// The tag.
    pub k: ByComposedOneK,
}

object!(ByComposedOne {
    required k: "k",
});

/// `Two`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByComposedTwo {
    /// `k`
    pub k: KindTwo,
}

object!(ByComposedTwo {
    required k: "k",
});

/// The tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ByComposedOneK {
    /// `one`
    One,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ByComposedOneK {
    One: "one",
    ..Unlisted
});
