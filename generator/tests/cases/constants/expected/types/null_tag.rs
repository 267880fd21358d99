// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::{object, open_enum, union};
use openapi_client_runtime::{UnknownValue, Value};

/// For one variant, the tag is null.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullTag {
    /// `Absent`
    Absent(NullTagAbsent),
    /// Where `kind` is `a`.
    Present(NullTagPresent),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(NullTag {
    Absent(NullTagAbsent),
    Present(NullTagPresent): "a",
    ..Unlisted
} by "kind");

impl From<NullTagAbsent> for NullTag {
    fn from(value: NullTagAbsent) -> Self {
        Self::Absent(value)
    }
}

impl From<NullTagPresent> for NullTag {
    fn from(value: NullTagPresent) -> Self {
        Self::Present(value)
    }
}

/// `Absent`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullTagAbsent {
    /// `kind`. One of `null`.
    pub kind: Option<Value>,
    /// `text`
    pub text: Option<String>,
    /// `more`
    pub more: Option<String>,
}

object!(NullTagAbsent {
    null kind: "kind",
    optional text: "text",
    optional more: "more",
});

/// `Present`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullTagPresent {
    /// `kind`
    pub kind: NullTagPresentKind,
    /// `text`
    pub text: Option<String>,
}

object!(NullTagPresent {
    required kind: "kind",
    optional text: "text",
});

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NullTagPresentKind {
    /// `a`
    A,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(NullTagPresentKind { A: "a", ..Unlisted });
