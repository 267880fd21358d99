//! What can be wrong with a document, said for the person who has to mend it.
//!
//! The stages report [`Problem`]s by JSON pointer; where that is in a file is found out only when there is something to show.

mod action;
mod code;
mod excerpt;
mod locate;
mod nearest;
mod problem;

use std::fmt;

use serde::Serialize;

pub use action::OverlayAction;
pub use code::Code;
pub use excerpt::Excerpt;
pub(crate) use nearest::nearest;
pub(crate) use problem::{Help, Place, Problem, Reporter};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but not all that the document says.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One problem: what, where and what to do.
///
/// It is displayed in plain text without the line that it is in, and serialized with all but that line.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Whether files were generated all the same.
    pub severity: Severity,
    /// Kind of the problem.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Name of the source that it is in.
    pub file: String,
    /// Line in that source, from 1.
    pub line: usize,
    /// Column in that line, from 1, in characters.
    pub column: usize,
    /// JSON pointer to the place, as a URI fragment: `#/paths/~1users/get`.
    pub pointer: String,
    /// What to do about it.
    pub help: String,
    /// An overlay's action that does so, or shows how, where the document itself is to be left alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlay: Option<OverlayAction>,
    /// The line, for people to see.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        writeln!(
            f,
            "  --> {}:{}:{} {}",
            self.file, self.line, self.column, self.pointer
        )?;
        write!(f, "  = help: {}", self.help)?;
        if let Some(action) = &self.overlay {
            const LABEL: &str = "\n  = overlay: ";
            let below = "\n".to_owned() + &" ".repeat(LABEL.len() - 1);
            write!(f, "{LABEL}{}", action.to_string().replace('\n', &below))?;
        }
        Ok(())
    }
}

/// All problems of one run, in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// The problems, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same with warnings as errors.
    #[must_use]
    pub fn into_errors(mut self) -> Self {
        for problem in &mut self.0 {
            problem.severity = Severity::Error;
        }
        self
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in self {
            writeln!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
