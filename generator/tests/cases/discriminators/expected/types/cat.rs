// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Cat`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `petType`
    pub pet_type: String,
    /// `name`
    pub name: Option<String>,
    /// `lives`
    pub lives: Option<i64>,
}

object!(Cat {
    required pet_type: "petType",
    optional name: "name",
    optional lives: "lives",
});

impl Cat {
    /// Creates a value in which `petType` is `Cat`; nothing else is required.
    pub fn new() -> Self {
        Self {
            pet_type: "Cat".to_owned(),
            name: None,
            lives: None,
        }
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// `lives`
    #[must_use]
    pub fn lives(mut self, lives: i64) -> Self {
        self.lives = Some(lives);
        self
    }
}

impl Default for Cat {
    fn default() -> Self {
        Self::new()
    }
}
