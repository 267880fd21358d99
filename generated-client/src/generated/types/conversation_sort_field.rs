//! Stand-in.
use crate::runtime::open_enum;

/// Values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationSortField {
    /// `createdAt`
    CreatedAt,
    /// `updatedAt`
    UpdatedAt,
    /// A value that this crate does not know yet.
    Other(String),
}

open_enum!(
    ConversationSortField {
        CreatedAt: "createdAt",
        UpdatedAt: "updatedAt"
    },
    Other
);
