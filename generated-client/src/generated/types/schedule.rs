// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::object;

/// Time to send at, if not at once: either `dateTime` or `delay` is needed.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Schedule {
    /// When to send. 24 to 28 characters.
    pub date_time: Option<String>,
    /// How many milliseconds to wait before sending.
    pub delay: Option<f64>,
}

object!(Schedule {
    optional date_time: "dateTime",
    optional delay: "delay",
});

impl Schedule {
    /// Nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// When to send. 24 to 28 characters.
    #[must_use]
    pub fn date_time(mut self, date_time: impl Into<String>) -> Self {
        self.date_time = Some(date_time.into());
        self
    }

    /// How many milliseconds to wait before sending.
    #[must_use]
    pub fn delay(mut self, delay: impl Into<f64>) -> Self {
        self.delay = Some(delay.into());
        self
    }
}
