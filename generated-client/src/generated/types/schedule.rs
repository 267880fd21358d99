// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Timestamp;
use openapi_client_runtime::codegen::object;

/// Time to send at, if not at once: either `dateTime` or `delay` is needed.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Schedule {
    /// When to send.
    pub date_time: Option<Timestamp>,
    /// How many milliseconds to wait before sending.
    pub delay: Option<i64>,
}

object!(Schedule {
    optional date_time: "dateTime",
    optional delay: "delay",
});

impl Schedule {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// When to send.
    #[must_use]
    pub fn date_time(mut self, date_time: impl Into<Timestamp>) -> Self {
        self.date_time = Some(date_time.into());
        self
    }

    /// How many milliseconds to wait before sending.
    #[must_use]
    pub fn delay(mut self, delay: i64) -> Self {
        self.delay = Some(delay);
        self
    }
}
