//! Problems as the stages report them.

use std::cell::RefCell;

use serde_json::Value;

use super::{Code, Severity, nearest};
use crate::source::{ParseError, Pointer};

/// The location of a problem.
#[derive(Clone, Debug)]
pub(crate) enum Location {
    /// A node of the document with its overlays applied.
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

impl From<&Pointer> for Location {
    fn from(pointer: &Pointer) -> Self {
        Self::Document(pointer.clone())
    }
}

/// How to fix a problem.
#[derive(Clone, Debug)]
pub(crate) struct Help {
    pub(super) text: String,
    pub(super) overlay: Option<Box<Change>>,
}

/// A change that an overlay could make.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// Merge a value into the object at this location.
    Update(Location, Value),
    /// Remove the node at this location, or else the node with the problem.
    Remove(Option<Location>),
}

impl<T: Into<String>> From<T> for Help {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            overlay: None,
        }
    }
}

impl Help {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        text.into().into()
    }

    /// Proposes an overlay action that merges a value into an object.
    pub(crate) fn update(mut self, location: impl Into<Location>, value: Value) -> Self {
        self.overlay = Some(Box::new(Change::Update(location.into(), value)));
        self
    }

    /// Proposes an overlay action that removes the node with the problem.
    pub(crate) fn remove(mut self) -> Self {
        self.overlay = Some(Box::new(Change::Remove(None)));
        self
    }

    /// The same for a node at another location.
    pub(crate) fn remove_at(mut self, location: impl Into<Location>) -> Self {
        self.overlay = Some(Box::new(Change::Remove(Some(location.into()))));
        self
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(super) severity: Severity,
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) location: Location,
    pub(super) help: Help,
}

impl Problem {
    pub(crate) fn error(
        code: Code,
        location: impl Into<Location>,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            location: location.into(),
            help: help.into(),
        }
    }

    pub(crate) fn warning(
        code: Code,
        location: impl Into<Location>,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, location, message, help)
        }
    }
}

impl Problem {
    /// A source, identified by its index, that could not be parsed.
    pub(crate) fn unreadable(error: ParseError, source: usize) -> Self {
        match error {
            ParseError::Syntax {
                format,
                message,
                line,
                column,
            } => Self::error(
                Code::Unreadable,
                Location::Position {
                    source,
                    line,
                    column,
                },
                match format {
                    Some(format) => format!("invalid {format}: {message}"),
                    None => message,
                },
                "fix the text at this position; an OpenAPI document is a YAML or JSON object",
            ),
            ParseError::DuplicateKey(pointer) => {
                let key = pointer.steps().last();
                let key = key.map(String::as_str).unwrap_or_default();
                let message = format!("duplicate key `{key}` in one object");
                let help = "remove or rename one of them";
                let location = Location::Source(source, pointer);
                Self::error(Code::DuplicateKey, location, message, help)
            }
        }
    }
}

/// Proof that an error was reported, so that a function can fail with it and nothing is lost silently.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported(());

/// Collects the problems of a run, so that all are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Reporter(RefCell<Vec<Problem>>);

impl Reporter {
    pub(crate) fn report(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// Reports a problem that a function fails with.
    pub(crate) fn failure(&self, problem: Problem) -> Reported {
        self.report(problem);
        Reported(())
    }

    pub(crate) fn error(
        &self,
        code: Code,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) -> Reported {
        self.report(Problem::error(code, at, message, help));
        Reported(())
    }

    pub(crate) fn warning(
        &self,
        code: Code,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) {
        self.report(Problem::warning(code, at, message, help));
    }

    /// Drops problems with other codes.
    pub(crate) fn keep(&self, code: Code) {
        self.0.borrow_mut().retain(|problem| problem.code == code);
    }

    /// Whether any problem reported so far prevents files from being generated.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// The number of errors reported so far.
    pub(crate) fn errors(&self) -> usize {
        let problems = self.0.borrow();
        let errors = problems.iter();
        errors
            .filter(|problem| problem.severity == Severity::Error)
            .count()
    }

    /// The name that was probably meant by a misspelled one in the document. Only for the first problems, and among the first names,
    /// because a document may have very many of both.
    pub(crate) fn nearest<'n>(
        &self,
        written: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        const FEW: usize = 50;
        const MOST_BYTES: usize = 40_000;
        if self.0.borrow().len() >= FEW {
            return None;
        }
        let mut left = MOST_BYTES;
        let names = names.into_iter().map_while(|name| {
            left = left.checked_sub(name.len())?;
            Some(name)
        });
        nearest(written, names)
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}
