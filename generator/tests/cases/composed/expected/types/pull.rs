// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// A change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pull {
    /// Where it comes from.
    pub head: Option<PullHead>,
    /// `state`
    pub state: Option<String>,
    /// `number`
    pub number: Option<f64>,
}

object!(Pull {
    optional head: "head",
    optional state: "state",
    optional number: "number",
});

/// Where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PullHead {
    /// `ref`
    pub ref_: Option<String>,
    /// `sha`
    pub sha: Option<String>,
}

object!(PullHead {
    optional ref_: "ref",
    optional sha: "sha",
});

impl PullHead {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `ref`
    #[must_use]
    pub fn ref_(mut self, ref_: impl Into<String>) -> Self {
        self.ref_ = Some(ref_.into());
        self
    }

    /// `sha`
    #[must_use]
    pub fn sha(mut self, sha: impl Into<String>) -> Self {
        self.sha = Some(sha.into());
        self
    }
}
