//! Stand-in.
use crate::runtime::{Timestamp, object};

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Schedule {
    /// `dateTime`
    pub date_time: Option<Timestamp>,
    /// `delay`
    pub delay: Option<i64>,
}

object!(Schedule {
    optional date_time: "dateTime" as timestamp,
    optional delay: "delay",
});
