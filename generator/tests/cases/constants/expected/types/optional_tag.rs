// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_integer_enum, union};
use openapi_client_runtime::{UnknownNumber, Value};

/// The tag may be absent, so it only counts where it is present.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OptionalTag {
    /// `One`
    One(OptionalTagOne),
    /// `Two`
    Two(OptionalTagTwo),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(OptionalTag {
    One(OptionalTagOne),
    Two(OptionalTagTwo),
    ..Unlisted
});

impl From<OptionalTagOne> for OptionalTag {
    fn from(value: OptionalTagOne) -> Self {
        Self::One(value)
    }
}

impl From<OptionalTagTwo> for OptionalTag {
    fn from(value: OptionalTagTwo) -> Self {
        Self::Two(value)
    }
}

/// `One`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionalTagOne {
    /// `type`
    pub type_: Option<OptionalTagOneType>,
    /// `text`
    pub text: Option<String>,
    /// `more`
    pub more: Option<String>,
}

object!(OptionalTagOne {
    optional type_: "type",
    optional text: "text",
    optional more: "more",
});

/// `Two`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionalTagTwo {
    /// `type`
    pub type_: Option<OptionalTagTwoType>,
    /// `text`
    pub text: Option<String>,
}

object!(OptionalTagTwo {
    optional type_: "type",
    optional text: "text",
});

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OptionalTagOneType {
    /// `1`
    N1,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(OptionalTagOneType { N1: 1, ..Unlisted });

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OptionalTagTwoType {
    /// `2`
    N2,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownNumber),
}

open_integer_enum!(OptionalTagTwoType { N2: 2, ..Unlisted });
