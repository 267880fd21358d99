// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Circle`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// `kind`
    pub kind: Option<String>,
    /// `r`
    pub r: Option<f64>,
}

object!(Circle {
    optional kind: "kind",
    optional r: "r",
});

impl Circle {
    /// Creates a value in which `kind` is `circle`; nothing else is required.
    pub fn new() -> Self {
        Self {
            kind: Some("circle".to_owned()),
            r: None,
        }
    }

    /// `kind`
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// `r`
    #[must_use]
    pub fn r(mut self, r: impl Into<f64>) -> Self {
        self.r = Some(r.into());
        self
    }
}

impl Default for Circle {
    fn default() -> Self {
        Self::new()
    }
}
