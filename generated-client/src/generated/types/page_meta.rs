//! Stand-in.
use crate::runtime::object;

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PageMeta {
    /// `nextToken`
    pub next_token: Option<String>,
}

object!(PageMeta {
    optional next_token: "nextToken",
});
