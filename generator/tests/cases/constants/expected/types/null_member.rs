// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{object, union};

/// A member that is null says which variant it is, although the other one lists no values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullMember {
    /// `Gone`
    Gone(NullMemberGone),
    /// `Here`
    Here(NullMemberHere),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(NullMember {
    Gone(NullMemberGone),
    Here(NullMemberHere),
    ..Unlisted
});

impl From<NullMemberGone> for NullMember {
    fn from(value: NullMemberGone) -> Self {
        Self::Gone(value)
    }
}

impl From<NullMemberHere> for NullMember {
    fn from(value: NullMemberHere) -> Self {
        Self::Here(value)
    }
}

/// `Gone`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullMemberGone {
    /// `kind`. One of `null`.
    pub kind: Option<Value>,
    /// `text`
    pub text: Option<String>,
    /// `more`
    pub more: Option<String>,
}

object!(NullMemberGone {
    null kind: "kind",
    optional text: "text",
    optional more: "more",
});

/// `Here`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NullMemberHere {
    /// `kind`
    pub kind: String,
    /// `text`
    pub text: Option<String>,
}

object!(NullMemberHere {
    required kind: "kind",
    optional text: "text",
});
