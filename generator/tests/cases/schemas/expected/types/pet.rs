// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Cat, Dog};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// A pet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// Where `kind` is `dog`.
    Dog(Dog),
    /// Where `kind` is `cat` or `kitten`.
    Cat(Cat),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Pet {
    Dog(Dog): "dog",
    Cat(Cat): "cat" | "kitten",
    ..Unlisted
} tagged "kind");

impl From<Dog> for Pet {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl From<Cat> for Pet {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}
