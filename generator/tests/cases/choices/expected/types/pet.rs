// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// A pet is written and read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// The service gives it. Only in responses.
    pub id: Option<i64>,
    /// `name`
    pub name: String,
    /// `secret`. Only in requests.
    pub secret: Option<String>,
    /// `default`
    pub default: Option<String>,
    /// `1st`
    pub n1st: Option<bool>,
}

object!(Pet {
    optional id: "id",
    required name: "name",
    optional secret: "secret",
    optional default: "default",
    optional n1st: "1st",
});

impl Pet {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: None,
            name: name.into(),
            secret: None,
            default: None,
            n1st: None,
        }
    }

    /// The service gives it. Only in responses.
    #[must_use]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// `secret`. Only in requests.
    #[must_use]
    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// `default`
    #[must_use]
    pub fn default_(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// `1st`
    #[must_use]
    pub fn n1st(mut self, n1st: bool) -> Self {
        self.n1st = Some(n1st);
        self
    }
}
