// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Boat`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Boat {
    /// `motion`
    pub motion: Option<String>,
    /// `sails`
    pub sails: Option<i64>,
}

object!(Boat {
    optional motion: "motion",
    optional sails: "sails",
});

impl Boat {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `motion`
    #[must_use]
    pub fn motion(mut self, motion: impl Into<String>) -> Self {
        self.motion = Some(motion.into());
        self
    }

    /// `sails`
    #[must_use]
    pub fn sails(mut self, sails: i64) -> Self {
        self.sails = Some(sails);
        self
    }
}
