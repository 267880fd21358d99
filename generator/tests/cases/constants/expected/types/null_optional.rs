// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, union};
use openapi_client_runtime::{Nullable, Value};

/// The same for a member that may be absent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullOptional {
    /// `Off`
    Off(NullOptionalOff),
    /// `On`
    On(NullOptionalOn),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(NullOptional {
    Off(NullOptionalOff),
    On(NullOptionalOn),
    ..Unlisted
});

impl From<NullOptionalOff> for NullOptional {
    fn from(value: NullOptionalOff) -> Self {
        Self::Off(value)
    }
}

impl From<NullOptionalOn> for NullOptional {
    fn from(value: NullOptionalOn) -> Self {
        Self::On(value)
    }
}

/// `Off`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullOptionalOff {
    /// `kind`. One of `null`.
    pub kind: Option<Nullable<Value>>,
    /// `text`
    pub text: Option<String>,
    /// `more`
    pub more: Option<String>,
}

object!(NullOptionalOff {
    optional_null kind: "kind",
    optional text: "text",
    optional more: "more",
});

/// `On`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullOptionalOn {
    /// `kind`
    pub kind: Option<NullOptionalOnKind>,
    /// `text`
    pub text: Option<String>,
}

object!(NullOptionalOn {
    optional kind: "kind",
    optional text: "text",
});

/// `kind`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullOptionalOnKind {
    /// `integer`
    Integer(i64),
    /// `string`
    String(String),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(NullOptionalOnKind {
    Integer(i64),
    String(String),
    ..Unlisted
});

impl From<i64> for NullOptionalOnKind {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for NullOptionalOnKind {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for NullOptionalOnKind {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}
