//! Inputs that cannot be sent.

use std::error::Error as StdError;
use std::fmt;

use super::config_error::printable;

/// An input that cannot be sent.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EncodeError {
    part: &'static str,
    name: String,
    problem: String,
}

impl EncodeError {
    pub(super) fn new(part: &'static str, name: &str, problem: impl Into<String>) -> Self {
        Self {
            part,
            name: name.to_owned(),
            problem: problem.into(),
        }
    }

    pub(super) fn json(part: &'static str, name: &str, error: impl fmt::Display) -> Self {
        Self::new(part, name, format!("cannot be encoded: {error}"))
    }

    /// The part of the request that the input belongs to, such as `path parameter`, `header` or `body`.
    pub fn part(&self) -> &str {
        self.part
    }

    /// The name of the input, or the path of a file; `None` for a body as a whole.
    pub fn name(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| !name.is_empty())
    }

    /// The problem, such as `must not be empty`.
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, problem, .. } = self;
        match self.name() {
            Some(name) => write!(f, "{part} `{}` {problem}", printable(name)),
            None => write!(f, "{part} {problem}"),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for EncodeError {}
