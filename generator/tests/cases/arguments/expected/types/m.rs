// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// It has the name of a type parameter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum M {
    /// `string`
    String(String),
    /// `number`
    Number(f64),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(M {
    String(String),
    Number(f64),
    ..Unlisted
});

impl From<String> for M {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for M {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<f64> for M {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
