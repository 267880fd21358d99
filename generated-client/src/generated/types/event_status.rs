//! Stand-in.
use crate::runtime::open_enum;

/// Values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventStatus {
    /// `pending`
    Pending,
    /// `processed`
    Processed,
    /// `ignored`
    Ignored,
    /// `failed`
    Failed,
    /// `scheduled`
    Scheduled,
    /// `canceled`
    Canceled,
    /// A value that this crate does not know yet.
    Other(String),
}

open_enum!(
    EventStatus {
        Pending: "pending",
        Processed: "processed",
        Ignored: "ignored",
        Failed: "failed",
        Scheduled: "scheduled",
        Canceled: "canceled"
    },
    Other
);
