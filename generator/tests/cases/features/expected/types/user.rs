// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Level, Mood, UserId};
use openapi_client_runtime::codegen::object;

/// `User`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// `id`
    pub id: UserId,
    /// `mood`
    pub mood: Option<Mood>,
    /// `level`
    pub level: Option<Level>,
}

object!(User {
    required id: "id",
    optional mood: "mood",
    optional level: "level",
});

impl User {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<UserId>) -> Self {
        Self {
            id: id.into(),
            mood: None,
            level: None,
        }
    }

    /// `mood`
    #[must_use]
    pub fn mood(mut self, mood: impl Into<Mood>) -> Self {
        self.mood = Some(mood.into());
        self
    }

    /// `level`
    #[must_use]
    pub fn level(mut self, level: impl Into<Level>) -> Self {
        self.level = Some(level.into());
        self
    }
}
