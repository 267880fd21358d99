//! What is known of a document: a line of the table.

use serde::{Deserialize, Serialize};

use super::documents::Subject;

#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// Name of the file.
    pub(super) document: String,
    /// Name of the crate, and of its example.
    #[serde(rename = "crate")]
    pub(super) krate: String,
    #[serde(flatten)]
    pub(super) facts: Facts,
    #[serde(flatten)]
    pub(super) outcome: Outcome,
    /// The example, if it was built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) executable: Option<String>,
    /// What the referee says, if it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fidelity: Option<Fidelity>,
}

/// How a client keeps to its document.
#[derive(Debug, Default, Serialize)]
pub(super) struct Fidelity {
    /// Operations that were called.
    pub(super) operations: usize,
    /// Those of them that there is nothing to say against.
    pub(super) kept: usize,
    /// What kept the referee from its work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) problem: Option<String>,
}

/// What a process tells of its document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Report {
    pub(super) facts: Facts,
    pub(super) outcome: Outcome,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    /// The version of OpenAPI; empty if the document does not say or cannot be read.
    pub(super) openapi: String,
    /// How many operations the document has.
    pub(super) declared: usize,
    /// How many of them the crate has.
    pub(super) operations: usize,
    pub(super) types: usize,
    pub(super) warnings: usize,
    /// How long it took to generate. Files are read before and written after.
    pub(super) milliseconds: u64,
    /// The generated code, without the runtime.
    pub(super) files: usize,
    pub(super) bytes: usize,
    /// Features of the crate that operations are behind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) features: Vec<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) result: Kind,
    /// How many errors the generator told.
    pub(super) errors: usize,
    /// The first problem in one line; empty if there is none.
    pub(super) reason: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Generated and checked.
    Ok,
    /// Generated and not checked.
    #[default]
    Generated,
    Refused,
    Panicked,
    TimedOut,
    /// Something else than the document is in the way: a file that cannot be read or written.
    Failed,
    DoesNotCompile,
    /// Compiles with warnings.
    Warns,
    /// JSON or YAML of another kind; nothing was to be generated.
    NoDocument,
}

impl Row {
    pub(super) fn new(subject: &Subject, report: Report) -> Self {
        Self {
            document: subject.document.clone(),
            krate: subject.name.to_string(),
            facts: report.facts,
            outcome: report.outcome,
            executable: None,
            fidelity: None,
        }
    }

    /// Whether there is a crate.
    pub(super) fn is_generated(&self) -> bool {
        matches!(
            self.outcome.result,
            Kind::Ok | Kind::Generated | Kind::DoesNotCompile | Kind::Warns
        )
    }
}

impl Report {
    /// Of a process that is still at work.
    pub(super) fn unfinished() -> Self {
        Self {
            facts: Facts::default(),
            outcome: Outcome::new(Kind::Panicked, ""),
        }
    }
}

impl Outcome {
    pub(super) fn new(result: Kind, reason: impl AsRef<str>) -> Self {
        let lines: Vec<_> = reason.as_ref().split_whitespace().collect();
        Self {
            result,
            errors: 0,
            reason: lines.join(" "),
        }
    }
}

impl Kind {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Generated => "generated",
            Self::Refused => "refused",
            Self::Panicked => "panicked",
            Self::TimedOut => "timed out",
            Self::Failed => "failed",
            Self::DoesNotCompile => "does not compile",
            Self::Warns => "warns",
            Self::NoDocument => "no API document",
        }
    }
}
