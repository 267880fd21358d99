//! Stand-in.
use crate::runtime::open_enum;

/// Values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SortDirection {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value that this crate does not know yet.
    Other(String),
}

open_enum!(
    SortDirection {
        Asc: "asc",
        Desc: "desc"
    },
    Other
);
