// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Nullable;
use openapi_client_runtime::codegen::object;

/// `RequestParts`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RequestParts {
    /// `of`
    pub of: Option<String>,
    /// `new`
    pub new: Option<String>,
    /// `name`
    pub name: Option<Nullable<String>>,
    /// `name_null`
    pub name_null: Option<String>,
    /// `日本`
    pub ri_ben: Option<String>,
}

object!(RequestParts {
    optional of: "of",
    optional new: "new",
    optional_nullable name: "name",
    optional name_null: "name_null",
    optional ri_ben: "日本",
});

impl RequestParts {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `of`
    #[must_use]
    pub fn of(mut self, of: impl Into<String>) -> Self {
        self.of = Some(of.into());
        self
    }

    /// `new`
    #[must_use]
    pub fn new_(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Nullable::Value(name.into()));
        self
    }

    /// Sets `name` to null, which is different from leaving it out.
    #[must_use]
    pub fn name_null_(mut self) -> Self {
        self.name = Some(Nullable::Null);
        self
    }

    /// `name_null`
    #[must_use]
    pub fn name_null(mut self, name_null: impl Into<String>) -> Self {
        self.name_null = Some(name_null.into());
        self
    }

    /// `日本`
    #[must_use]
    pub fn ri_ben(mut self, ri_ben: impl Into<String>) -> Self {
        self.ri_ben = Some(ri_ben.into());
        self
    }
}
