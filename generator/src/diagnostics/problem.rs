//! Problems as the stages report them.

use std::cell::RefCell;

use serde_json::Value;

use super::{Code, Severity};
use crate::source::{ParseError, Pointer};

/// The location of a problem.
#[derive(Clone, Debug)]
pub(crate) enum Place {
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

impl From<&Pointer> for Place {
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
    /// Merge a value into the object at this place.
    Update(Place, Value),
    /// Remove the node at this place, or else the node with the problem.
    Remove(Option<Place>),
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
    pub(crate) fn update(mut self, place: impl Into<Place>, value: Value) -> Self {
        self.overlay = Some(Box::new(Change::Update(place.into(), value)));
        self
    }

    /// Proposes an overlay action that removes the node with the problem, if it is an object or an array.
    pub(crate) fn remove(mut self) -> Self {
        self.overlay = Some(Box::new(Change::Remove(None)));
        self
    }

    /// The same for a node at another place.
    pub(crate) fn remove_at(mut self, place: impl Into<Place>) -> Self {
        self.overlay = Some(Box::new(Change::Remove(Some(place.into()))));
        self
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(super) severity: Severity,
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) place: Place,
    pub(super) help: Help,
}

impl Problem {
    pub(crate) fn error(
        code: Code,
        place: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            place: place.into(),
            help: help.into(),
        }
    }

    pub(crate) fn warning(
        code: Code,
        place: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message, help)
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
                Place::Position {
                    source,
                    line,
                    column,
                },
                format!("invalid {format}: {message}"),
                "fix the text at this position; an OpenAPI document is a YAML or JSON object",
            ),
            ParseError::DuplicateKey(pointer) => {
                let key = pointer.steps().last();
                let key = key.map(String::as_str).unwrap_or_default();
                let message = format!("duplicate key `{key}` in one object");
                let help = "remove or rename one of them";
                let place = Place::Source(source, pointer);
                Self::error(Code::DuplicateKey, place, message, help)
            }
        }
    }
}

/// Collects the problems of a run, so that all are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Reporter(RefCell<Vec<Problem>>);

impl Reporter {
    pub(crate) fn report(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    pub(crate) fn error(
        &self,
        code: Code,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) {
        self.report(Problem::error(code, at, message, help));
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

    /// Whether any problem reported so far prevents files from being generated.
    pub(crate) fn has_errors(&self) -> bool {
        let problems = self.0.borrow();
        problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}
