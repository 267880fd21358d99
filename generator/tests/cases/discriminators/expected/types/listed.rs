// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// Only the constant of the alternatives distinguishes them, so that the caller may use another
/// value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Listed {
    /// Where `of` is `first`.
    First(ListedFirst),
    /// Where `of` is `second`.
    Second(ListedSecond),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Listed {
    First(ListedFirst): "first",
    Second(ListedSecond): "second",
    ..Unlisted
} by "of");

impl From<ListedFirst> for Listed {
    fn from(value: ListedFirst) -> Self {
        Self::First(value)
    }
}

impl From<ListedSecond> for Listed {
    fn from(value: ListedSecond) -> Self {
        Self::Second(value)
    }
}

/// `First`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedFirst {
    /// `of`
    pub of: ListedFirstOf,
}

object!(ListedFirst {
    required of: "of",
});

impl ListedFirst {
    /// Creates a value with the required fields.
    pub fn new(of: impl Into<ListedFirstOf>) -> Self {
        Self { of: of.into() }
    }
}

/// `Second`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedSecond {
    /// `of`
    pub of: ListedSecondOf,
}

object!(ListedSecond {
    required of: "of",
});

impl ListedSecond {
    /// Creates a value with the required fields.
    pub fn new(of: impl Into<ListedSecondOf>) -> Self {
        Self { of: of.into() }
    }
}

/// Values of `of`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListedFirstOf {
    /// `first`
    First,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListedFirstOf {
    First: "first",
    ..Unlisted
});

/// Values of `of`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListedSecondOf {
    /// `second`
    Second,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListedSecondOf {
    Second: "second",
    ..Unlisted
});
