// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Nullable;
use openapi_client_runtime::codegen::object;

/// `Line`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// `kind`
    pub kind: Option<Nullable<String>>,
    /// `to`
    pub to: Option<String>,
}

object!(Line {
    optional_nullable kind: "kind",
    optional to: "to",
});

impl Line {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `kind`
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(Nullable::Value(kind.into()));
        self
    }

    /// Sets `kind` to null, which is different from leaving it out.
    #[must_use]
    pub fn kind_null(mut self) -> Self {
        self.kind = Some(Nullable::Null);
        self
    }

    /// `to`
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }
}
