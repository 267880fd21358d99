// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// Only both tags together identify the variant.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TwoTags {
    /// `First`
    First(TwoTagsFirst),
    /// `Second`
    Second(TwoTagsSecond),
    /// `Third`
    Third(TwoTagsThird),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(TwoTags {
    First(TwoTagsFirst),
    Second(TwoTagsSecond),
    Third(TwoTagsThird),
    ..Unlisted
});

impl From<TwoTagsFirst> for TwoTags {
    fn from(value: TwoTagsFirst) -> Self {
        Self::First(value)
    }
}

impl From<TwoTagsSecond> for TwoTags {
    fn from(value: TwoTagsSecond) -> Self {
        Self::Second(value)
    }
}

impl From<TwoTagsThird> for TwoTags {
    fn from(value: TwoTagsThird) -> Self {
        Self::Third(value)
    }
}

/// `First`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TwoTagsFirst {
    /// `a`
    pub a: TwoTagsFirstA,
    /// `b`
    pub b: TwoTagsFirstB,
}

object!(TwoTagsFirst {
    required a: "a",
    required b: "b",
});

/// `Second`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TwoTagsSecond {
    /// `a`
    pub a: TwoTagsSecondA,
    /// `b`
    pub b: TwoTagsSecondB,
}

object!(TwoTagsSecond {
    required a: "a",
    required b: "b",
});

/// `Third`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TwoTagsThird {
    /// `a`
    pub a: TwoTagsThirdA,
    /// `b`
    pub b: TwoTagsThirdB,
}

object!(TwoTagsThird {
    required a: "a",
    required b: "b",
});

/// Values of `a`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsFirstA {
    /// `x`
    X,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsFirstA { X: "x", ..Unlisted });

/// Values of `b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsFirstB {
    /// `p`
    P,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsFirstB { P: "p", ..Unlisted });

/// Values of `a`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsSecondA {
    /// `x`
    X,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsSecondA { X: "x", ..Unlisted });

/// Values of `b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsSecondB {
    /// `q`
    Q,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsSecondB { Q: "q", ..Unlisted });

/// Values of `a`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsThirdA {
    /// `y`
    Y,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsThirdA { Y: "y", ..Unlisted });

/// Values of `b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TwoTagsThirdB {
    /// `q`
    Q,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(TwoTagsThirdB { Q: "q", ..Unlisted });
