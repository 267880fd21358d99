//! Calls that no rule matches, and the rule that comes closest.

use std::collections::BTreeSet;
use std::fmt;
use std::panic::Location;

use super::SentRequest;
use crate::Operation;

/// A call that no rule matches.
pub(super) struct Miss {
    pub(super) sent: SentRequest,
    /// The inputs, if there are rules for the operation.
    pub(super) shown: Option<String>,
    pub(super) candidates: Vec<Candidate>,
}

/// A rule that did not match.
pub(super) struct Candidate {
    pub(super) operation: Operation,
    pub(super) location: &'static Location<'static>,
    /// Inputs that it matches, if some are known.
    pub(super) matching: Option<String>,
    /// The number of its answers, if it matches but has given all of them.
    pub(super) given: Option<usize>,
}

impl Candidate {
    /// The lines in which inputs that match differ from those of the call.
    fn differences(&self, shown: &str) -> Option<Vec<(String, String)>> {
        let matching = self.matching.as_deref()?;
        let (expected, actual) = (matching.lines(), shown.lines());
        // Lists of different lengths would make all lines after them different.
        if expected.clone().count() != actual.clone().count() {
            return Some(vec![(matching.to_owned(), shown.to_owned())]);
        }
        let pairs = expected
            .zip(actual)
            .filter(|(expected, actual)| expected != actual);
        let own = |line: &str| line.trim().trim_end_matches(',').to_owned();
        Some(
            pairs
                .map(|(expected, actual)| (own(expected), own(actual)))
                .collect(),
        )
    }

    fn explain(&self, f: &mut fmt::Formatter<'_>, shown: &str) -> fmt::Result {
        write!(f, "the rule at {}", self.location)?;
        if let Some(given) = self.given {
            return write!(f, " matches, but has given its {given} answers");
        }
        let differences = self.differences(shown).unwrap_or_default();
        match differences.first() {
            Some((expected, actual)) => {
                write!(f, " matches `{expected}`, and the call has `{actual}`")
            }
            None => f.write_str(" does not match"),
        }
    }
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SentRequest {
            operation,
            method,
            url,
            ..
        } = &self.sent;
        write!(
            f,
            "no rule of the service matches this call of `{}`: {method} {url}",
            operation.id()
        )?;
        let Some(shown) = &self.shown else {
            let others = self.candidates.iter().map(|rule| rule.operation.id());
            let others: BTreeSet<&str> = others.collect();
            if others.is_empty() {
                return f.write_str("; it has no rules");
            }
            let others: Vec<&str> = others.into_iter().collect();
            return write!(f, "; it has rules for `{}`", others.join("`, `"));
        };
        write!(f, "\n{shown}")?;
        let mut candidates: Vec<&Candidate> = self
            .candidates
            .iter()
            .filter(|rule| rule.operation == *operation)
            .collect();
        // A rule that has no answer left is closest, then the one with the fewest differences.
        candidates.sort_by_key(|rule| {
            let differences = rule.differences(shown);
            (
                rule.given.is_none(),
                differences.map_or(usize::MAX, |lines| lines.len()),
            )
        });
        for candidate in candidates {
            f.write_str("\n- ")?;
            candidate.explain(f, shown)?;
        }
        Ok(())
    }
}
