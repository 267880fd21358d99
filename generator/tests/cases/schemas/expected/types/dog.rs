// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Pet;
use openapi_client_runtime::IntoList;
use openapi_client_runtime::codegen::object;

/// A dog.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`
    pub kind: String,
    /// The name of the animal.
    pub name: String,
    /// `barks`
    pub barks: Option<bool>,
    /// A pet.
    pub friends: Option<Vec<Pet>>,
}

object!(Dog {
    required kind: "kind",
    required name: "name",
    optional barks: "barks",
    optional friends: "friends",
});

impl Dog {
    /// Creates a value with the required fields, in which `kind` is `dog`.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            kind: "dog".to_owned(),
            name: name.into(),
            barks: None,
            friends: None,
        }
    }

    /// `barks`
    #[must_use]
    pub fn barks(mut self, barks: bool) -> Self {
        self.barks = Some(barks);
        self
    }

    /// A pet.
    #[must_use]
    pub fn friends<M>(mut self, friends: impl IntoList<Pet, M>) -> Self {
        self.friends = Some(friends.into_list());
        self
    }
}
