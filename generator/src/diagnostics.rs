//! What can be wrong with a document, said for the person who has to mend it.
//!
//! The stages report [`Problem`]s by JSON pointer; where that is in a file is found out only when there is something to show.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use crate::document::{Origins, Pointer, Positions, Sources};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but not all that the document says.
    Warning,
}

/// One problem: what, where and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Whether files were generated all the same.
    pub severity: Severity,
    /// Short name of the kind of problem, for tools: `unresolved-reference`.
    pub code: &'static str,
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
    pub help: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(f, "{severity}[{}]: {}", self.code, self.message)?;
        write!(
            f,
            "  --> {}:{}:{} {}",
            self.file, self.line, self.column, self.pointer
        )?;
        if let Some(help) = &self.help {
            write!(f, "\n  = help: {help}")?;
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

/// Where a stage found a problem.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A node of the document, overlays applied.
    Document(Pointer),
    /// A node of one source.
    Source(usize, Pointer),
    /// A position in a source that could not be read.
    Position {
        source: usize,
        line: usize,
        column: usize,
    },
}

/// What a stage reports.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    severity: Severity,
    code: &'static str,
    message: String,
    place: Place,
    help: Option<String>,
}

impl Problem {
    pub(crate) fn error(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            place,
            help: None,
        }
    }

    pub(crate) fn warning(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message)
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Collects the problems of a run, so that all are told at once.
#[derive(Debug, Default)]
pub(crate) struct Reporter(RefCell<Vec<Problem>>);

impl Reporter {
    pub(crate) fn report(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    pub(crate) fn error(&self, code: &'static str, at: &Pointer, message: impl Into<String>) {
        self.report(Problem::error(code, Place::Document(at.clone()), message));
    }

    pub(crate) fn error_with_help(
        &self,
        code: &'static str,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report(Problem::error(code, Place::Document(at.clone()), message).help(help));
    }

    pub(crate) fn warning(
        &self,
        code: &'static str,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report(Problem::warning(code, Place::Document(at.clone()), message).help(help));
    }

    /// Whether anything reported so far keeps files from being generated.
    pub(crate) fn has_errors(&self) -> bool {
        self.0
            .borrow()
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }

    /// Finds each problem in the sources that the nodes of the document come from.
    pub(crate) fn locate(self, sources: &Sources<'_>, origins: &Origins) -> Diagnostics {
        let sources = sources.all();
        let mut positions = vec![None; sources.len()];
        let mut position = |source: usize, pointer: &Pointer| {
            let found: &Positions =
                positions[source].get_or_insert_with(|| sources[source].positions());
            found.nearest(pointer)
        };
        let mut diagnostics = Vec::new();
        for problem in self.0.into_inner() {
            let (source, (line, column), pointer) = match problem.place {
                Place::Document(pointer) => {
                    let (source, pointer) = origins.of(&pointer);
                    (source, position(source, &pointer), pointer)
                }
                Place::Source(source, pointer) => (source, position(source, &pointer), pointer),
                Place::Position {
                    source,
                    line,
                    column,
                } => (source, (line, column), Pointer::root()),
            };
            let diagnostic = Diagnostic {
                severity: problem.severity,
                code: problem.code,
                message: problem.message,
                file: sources[source].name.clone(),
                line,
                column,
                pointer: pointer.to_string(),
                help: problem.help,
            };
            diagnostics.push((source, diagnostic));
        }
        diagnostics.sort_by_key(|(source, problem)| (*source, problem.line, problem.column));
        // A definition that is used in many places is read in each of them; its problems are told once.
        let mut told = HashSet::new();
        let mut diagnostics: Vec<Diagnostic> = diagnostics
            .into_iter()
            .map(|(_, problem)| problem)
            .collect();
        diagnostics.retain(|problem| told.insert(problem.clone()));
        Diagnostics(diagnostics)
    }
}

/// The name that somebody may have meant who wrote another.
pub(crate) fn nearest<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let written = written.to_lowercase();
    let distance = |name: &str| strsim::damerau_levenshtein(&written, &name.to_lowercase());
    // A third of the letters may differ: with more, the names are two names.
    let most = (written.chars().count() / 3).max(1);
    let near = names.into_iter().map(|name| (distance(name), name));
    let near = near.filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
