// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Green, Light};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// An alternative is another name of a type that is used alone, too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Signal {
    /// Where `color` is `red`.
    Red(Light),
    /// Where `color` is `green`.
    Green(Green),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Signal {
    Red(Light): "red",
    Green(Green): "green",
    ..Unlisted
} tagged "color");

impl From<Light> for Signal {
    fn from(value: Light) -> Self {
        Self::Red(value)
    }
}

impl From<Green> for Signal {
    fn from(value: Green) -> Self {
        Self::Green(value)
    }
}
