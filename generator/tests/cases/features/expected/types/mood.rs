// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Level;
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// `Mood`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Mood {
    /// `string`
    String(String),
    /// `Level`
    Level(Level),
    /// `integer`
    Integer(i64),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Mood {
    String(String),
    Level(Level),
    Integer(i64),
    ..Unlisted
});

impl From<String> for Mood {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for Mood {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Level> for Mood {
    fn from(value: Level) -> Self {
        Self::Level(value)
    }
}

impl From<i64> for Mood {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
