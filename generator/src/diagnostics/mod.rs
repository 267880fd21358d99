//! Problems in a document, written for the person who fixes it.
//!
//! The stages report [`Problem`]s by JSON pointer. Positions in files are computed only when there are problems to show.

mod action;
mod code;
mod common;
mod excerpt;
mod locate;
mod nearest;
mod problem;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

pub use action::OverlayAction;
pub use code::Code;
pub use excerpt::Excerpt;
pub(crate) use locate::{Author, Overlaid};
pub(crate) use nearest::{NO_EFFECT, nearest, unknown};
pub(crate) use problem::{Help, Location, Problem, Reported, Reporter};

/// The end of the message of a warning about what is left out.
pub(crate) const IGNORED: &str = "; it is ignored";

/// Severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Files are generated, but do not express everything in the document.
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

/// One problem: what is wrong, where, and what to do.
///
/// [`Display`](fmt::Display) and serialization leave out the [`excerpt`](Self::excerpt).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Whether files were generated despite the problem.
    pub severity: Severity,
    /// Kind of the problem.
    pub code: Code,
    /// Description of the problem.
    pub message: String,
    /// Name of the source that contains it.
    pub file: String,
    /// Line in that source, from 1.
    pub line: usize,
    /// Column in that line, from 1, in characters.
    pub column: usize,
    /// JSON pointer to the location, as a URI fragment: `#/paths/~1users/get`.
    pub pointer: String,
    /// The node of the document that is wrong, if an overlay added it. The location above is that of the action, then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<OverlaidNode>,
    /// How to fix it.
    pub help: String,
    /// An overlay action that fixes it, or shows how to, without changing the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlay: Option<OverlayAction>,
    /// The source line, for display.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

/// A node of a document that an overlay added or changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OverlaidNode {
    /// Name of the document.
    pub file: String,
    /// Line of the node in the document, or of the nearest node above that it has, from 1.
    pub line: usize,
    /// JSON pointer to the node, as a URI fragment.
    pub pointer: String,
}

impl fmt::Display for OverlaidNode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}", self.file, self.line, self.pointer)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        writeln!(
            f,
            "  --> {}:{}:{} {}",
            self.file, self.line, self.column, self.pointer
        )?;
        if let Some(node) = &self.node {
            writeln!(f, "  = adds: {node}")?;
        }
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
pub struct Diagnostics {
    problems: Vec<Diagnostic>,
    common: BTreeMap<Code, Vec<OverlayAction>>,
}

impl Diagnostics {
    /// Iterates over the problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.problems.iter()
    }

    /// Whether there are no problems.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// The overlay actions that fix all problems of a kind at once, if there are many problems and few such actions.
    pub fn common_actions(&self, code: Code) -> &[OverlayAction] {
        self.common.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The same problems, with warnings turned into errors.
    #[must_use]
    pub fn into_errors(mut self) -> Self {
        for problem in &mut self.problems {
            problem.severity = Severity::Error;
            // Nothing is read past an error.
            let message = problem.message.strip_suffix(IGNORED);
            if let Some(message) = message.map(str::to_owned) {
                problem.message = message;
            }
        }
        self
    }

    /// Keeps only the problems that a condition is true for.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.problems.retain(keep);
    }

    /// Adds the problems of another run.
    pub(crate) fn extend(&mut self, other: Self) {
        self.problems.extend(other.problems);
    }

    /// The number of problems.
    pub fn len(&self) -> usize {
        self.problems.len()
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
