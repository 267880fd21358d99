// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// The values are in lists.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Lists {
    /// `Letters`
    Letters(ListsLetters),
    /// `Digits`
    Digits(ListsDigits),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Lists {
    Letters(ListsLetters),
    Digits(ListsDigits),
    ..Unlisted
});

impl From<ListsLetters> for Lists {
    fn from(value: ListsLetters) -> Self {
        Self::Letters(value)
    }
}

impl From<ListsDigits> for Lists {
    fn from(value: ListsDigits) -> Self {
        Self::Digits(value)
    }
}

/// `Letters`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListsLetters {
    /// `values`
    pub values: Vec<ListsLettersValuesItem>,
}

object!(ListsLetters {
    required values: "values",
});

/// `Digits`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListsDigits {
    /// `values`
    pub values: Vec<ListsDigitsValuesItem>,
}

object!(ListsDigits {
    required values: "values",
});

/// Values of `values[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListsLettersValuesItem {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListsLettersValuesItem {
    A: "a",
    B: "b",
    ..Unlisted
});

/// Values of `values[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListsDigitsValuesItem {
    /// `1`
    N1,
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(ListsDigitsValuesItem {
    N1: "1",
    N2: "2",
    ..Unlisted
});
