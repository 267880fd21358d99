// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// `Car`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Car {
    /// `motion`
    pub motion: Option<String>,
    /// `doors`
    pub doors: Option<i64>,
}

object!(Car {
    optional motion: "motion",
    optional doors: "doors",
});

impl Car {
    /// Creates a value in which `motion` is `car`; nothing else is required.
    pub fn new() -> Self {
        Self {
            motion: Some("car".to_owned()),
            doors: None,
        }
    }

    /// `motion`
    #[must_use]
    pub fn motion(mut self, motion: impl Into<String>) -> Self {
        self.motion = Some(motion.into());
        self
    }

    /// `doors`
    #[must_use]
    pub fn doors(mut self, doors: i64) -> Self {
        self.doors = Some(doors);
        self
    }
}

impl Default for Car {
    fn default() -> Self {
        Self::new()
    }
}
