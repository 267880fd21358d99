// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// The properties that all animals have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `kind`
    pub kind: String,
    /// The name of the animal.
    pub name: Option<String>,
}

object!(Animal {
    required kind: "kind",
    optional name: "name",
});

impl Animal {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            name: None,
        }
    }

    /// The name of the animal.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
