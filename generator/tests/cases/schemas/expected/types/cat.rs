// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Pet;
use openapi_client_runtime::codegen::object;

/// A cat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`
    pub kind: String,
    /// The name of the animal.
    pub name: Option<String>,
    /// `lives`
    pub lives: Option<u8>,
    /// A pet.
    pub enemy: Option<Box<Pet>>,
}

object!(Cat {
    required kind: "kind",
    optional name: "name",
    optional lives: "lives",
    optional enemy: "enemy",
});

impl Cat {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            name: None,
            lives: None,
            enemy: None,
        }
    }

    /// The name of the animal.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// `lives`
    #[must_use]
    pub fn lives(mut self, lives: u8) -> Self {
        self.lives = Some(lives);
        self
    }

    /// A pet.
    #[must_use]
    pub fn enemy(mut self, enemy: impl Into<Pet>) -> Self {
        self.enemy = Some(Box::new(enemy.into()));
        self
    }
}
