//! The error for a file that is not a recording.

use std::error::Error as StdError;
use std::fmt;
use std::path::Path;

/// A file with recordings that cannot be read.
#[derive(Clone, PartialEq, Eq)]
pub struct HarError(String);

impl HarError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }

    /// Adds the file.
    pub(in crate::testing) fn in_file(self, path: &Path) -> Self {
        Self(format!("{}: {}", path.display(), self.0))
    }

    pub(in crate::testing) fn unreadable(error: &std::io::Error) -> Self {
        Self(format!("cannot be read: {error}"))
    }
}

impl fmt::Display for HarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for HarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for HarError {}
