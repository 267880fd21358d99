// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Bike`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Bike {
    /// `motion`
    pub motion: Option<String>,
    /// `gears`
    pub gears: Option<i64>,
}

object!(Bike {
    optional motion: "motion",
    optional gears: "gears",
});

impl Bike {
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

    /// `gears`
    #[must_use]
    pub fn gears(mut self, gears: i64) -> Self {
        self.gears = Some(gears);
        self
    }
}
