//! The result of a document: a row of the table.

use serde::{Deserialize, Serialize};

use super::documents::Entry;

#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// The name of the file.
    pub(super) document: String,
    /// The name of the crate and of its example.
    #[serde(rename = "crate")]
    pub(super) krate: String,
    #[serde(flatten)]
    pub(super) facts: Facts,
    #[serde(flatten)]
    pub(super) outcome: Outcome,
    /// The path of the example, if it was built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) executable: Option<String>,
    /// The results of the calls, if there were any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fidelity: Option<Fidelity>,
}

/// How many operations of a client conform to its document.
#[derive(Debug, Default, Serialize)]
pub(super) struct Fidelity {
    /// The number of operations that were called.
    pub(super) operations: usize,
    /// The number of operations without a failed call.
    pub(super) faithful: usize,
    /// The error that prevented the calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) problem: Option<String>,
}

/// The report of a process about its document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Report {
    pub(super) facts: Facts,
    pub(super) outcome: Outcome,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    /// The version of OpenAPI; empty if the document has none or cannot be read.
    pub(super) openapi: String,
    /// The number of operations in the document.
    pub(super) declared: usize,
    /// The number of operations in the crate.
    pub(super) operations: usize,
    pub(super) types: usize,
    pub(super) warnings: usize,
    /// The duration of generating, without reading and writing files.
    pub(super) milliseconds: u64,
    /// The number of generated files, without the runtime.
    pub(super) files: usize,
    pub(super) bytes: usize,
    /// The features of the crate that gate operations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) features: Vec<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) result: Status,
    /// The number of errors that the generator reported.
    pub(super) errors: usize,
    /// The first problem on one line; empty if there is none.
    pub(super) reason: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Status {
    /// Generated and compiled.
    Ok,
    /// Generated and not compiled.
    #[default]
    Generated,
    Refused,
    Panicked,
    TimedOut,
    /// An error outside of the document: a file that cannot be read or written.
    Failed,
    DoesNotCompile,
    /// Compiles with warnings.
    Warns,
    /// A doctest fails, or text of the document runs as one.
    DoctestFails,
    /// JSON or YAML that is not an API document. Not a failure.
    #[serde(rename = "no-document")]
    NotADocument,
}

impl Row {
    pub(super) fn new(entry: &Entry, report: Report) -> Self {
        Self {
            document: entry.document.clone(),
            krate: entry.name.to_string(),
            facts: report.facts,
            outcome: report.outcome,
            executable: None,
            fidelity: None,
        }
    }

    /// Whether there is a crate for the document.
    pub(super) fn is_generated(&self) -> bool {
        matches!(
            self.outcome.result,
            Status::Ok
                | Status::Generated
                | Status::DoesNotCompile
                | Status::Warns
                | Status::DoctestFails
        )
    }
}

impl Report {
    /// The report of a process that has not finished.
    pub(super) fn unfinished() -> Self {
        Self {
            facts: Facts::default(),
            outcome: Outcome::new(Status::Panicked, ""),
        }
    }
}

impl Outcome {
    pub(super) fn new(result: Status, reason: impl AsRef<str>) -> Self {
        let lines: Vec<_> = reason.as_ref().split_whitespace().collect();
        Self {
            result,
            errors: 0,
            reason: lines.join(" "),
        }
    }
}

impl Status {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Generated => "generated",
            Self::Refused => "refused",
            Self::Panicked => "panicked",
            Self::TimedOut => "timed out",
            Self::Failed => "failed",
            Self::DoesNotCompile => "does not compile",
            Self::Warns => "warns",
            Self::DoctestFails => "doctest fails",
            Self::NotADocument => "not an API document",
        }
    }
}
