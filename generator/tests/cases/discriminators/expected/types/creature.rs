// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Cat, Dog, Pet};
use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::union;

/// The discriminator is a property of a schema that the alternatives include, which is one of them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Creature {
    /// Where `petType` is `pet`.
    Pet(Pet),
    /// Where `petType` is `Cat`.
    Cat(Cat),
    /// Where `petType` is `Dog`.
    Dog(Dog),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(Creature {
    Pet(Pet): "pet",
    Cat(Cat): "Cat",
    Dog(Dog): "Dog",
    ..Unlisted
} tagged "petType");

impl From<Pet> for Creature {
    fn from(value: Pet) -> Self {
        Self::Pet(value)
    }
}

impl From<Cat> for Creature {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Creature {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}
