//! Warnings that a project accepts.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::Options;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Location, Problem, Reporter, Severity};
use crate::source::{Origins, Pointer, Source, Sources};

/// A warning that is known and not reported, for example because the service ignores the keyword as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AcceptedWarning {
    /// Its kind.
    pub code: Code,
    /// Its location, as reported: `#/paths/~1users/get`, or `users.yaml#/get` in another file.
    pub at: String,
    /// The reason for accepting it. It must not be empty.
    #[serde(deserialize_with = "reason")]
    pub reason: String,
}

fn reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let reason = String::deserialize(deserializer)?;
    if reason.trim().is_empty() {
        return Err(D::Error::custom("the reason is empty"));
    }
    Ok(reason)
}

impl AcceptedWarning {
    fn accepts(&self, problem: &Diagnostic) -> bool {
        let is_at = |file: &str, pointer: &str| {
            self.at == pointer || self.at.strip_prefix(file) == Some(pointer)
        };
        let mut node = problem.node.iter();
        let is_there = is_at(&problem.file, &problem.pointer)
            || node.any(|node| is_at(&node.file, &node.pointer));
        problem.severity == Severity::Warning && problem.code == self.code && is_there
    }
}

impl Options {
    /// Removes the warnings that are accepted. If the run came to its end, those that did not occur are reported.
    pub(crate) fn accept(&self, problems: &mut Diagnostics, is_complete: bool) {
        let mut unused: Vec<_> = self.accepted_warnings.iter().enumerate().collect();
        let found = problems.clone();
        unused.retain(|(_, accepted)| !found.iter().any(|problem| accepted.accepts(problem)));
        problems.retain(|problem| {
            let mut accepted = self.accepted_warnings.iter();
            !accepted.any(|accepted| accepted.accepts(problem))
        });
        if !is_complete || unused.is_empty() {
            return;
        }
        let none = Source::new("options", "");
        let file = self.file().unwrap_or(&none);
        let reporter = Reporter::default();
        for (index, AcceptedWarning { code, at, .. }) in unused {
            let list = Pointer::root().join("accepted-warnings");
            let location = Location::Source(0, list.join(index.to_string()));
            let message = format!("there is no warning `{code}` at `{at}`");
            let help = "remove it from the list, or correct its code and its location";
            reporter.report(Problem::warning(
                Code::AcceptedWarning,
                location,
                message,
                help,
            ));
        }
        let sources = Sources::new(file, &[], None);
        let unused = reporter.locate(&sources, &Origins::default(), &|| serde_json::Value::Null);
        problems.extend(unused);
    }
}
