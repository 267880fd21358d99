// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Dog`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `petType`
    pub pet_type: String,
    /// `name`
    pub name: Option<String>,
    /// `barks`
    pub barks: bool,
}

object!(Dog {
    required pet_type: "petType",
    optional name: "name",
    required barks: "barks",
});

impl Dog {
    /// Creates a value with the required fields, in which `petType` is `Dog`.
    pub fn new(barks: bool) -> Self {
        Self {
            pet_type: "Dog".to_owned(),
            name: None,
            barks,
        }
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
