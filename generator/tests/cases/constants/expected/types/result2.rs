// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{boolean_constant, object, union};

/// The tag is a boolean, as in many chat APIs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Result2 {
    /// Where `ok` is `true`.
    Good(ResultGood),
    /// Where `ok` is `false`.
    Bad(ResultBad),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Result2 {
    Good(ResultGood): "true",
    Bad(ResultBad): "false",
    ..Unlisted
} by "ok");

impl From<ResultGood> for Result2 {
    fn from(value: ResultGood) -> Self {
        Self::Good(value)
    }
}

impl From<ResultBad> for Result2 {
    fn from(value: ResultBad) -> Self {
        Self::Bad(value)
    }
}

/// `Good`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultGood {
    /// `ok`
    pub ok: ResultGoodOk,
    /// `note`
    pub note: Option<String>,
}

object!(ResultGood {
    required ok: "ok",
    optional note: "note",
});

/// `Bad`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultBad {
    /// `ok`
    pub ok: ResultBadOk,
    /// `note`
    pub note: Option<String>,
}

object!(ResultBad {
    required ok: "ok",
    optional note: "note",
});

/// Values of `ok`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultGoodOk {
    /// `true`
    True,
    /// The value that is not listed.
    False,
}

boolean_constant!(ResultGoodOk {
    True: true,
    ..False
});

/// Values of `ok`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultBadOk {
    /// `false`
    False,
    /// The value that is not listed.
    True,
}

boolean_constant!(ResultBadOk {
    False: false,
    ..True
});
