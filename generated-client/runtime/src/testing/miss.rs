//! Calls that no rule matches, and the rule that comes closest.

use std::collections::BTreeSet;
use std::fmt;
use std::panic::Location;

use super::SentRequest;
use crate::Operation;

/// A call that no rule matches.
pub(super) struct Miss {
    pub(super) sent: SentRequest,
    /// The inputs as `Debug` shows them, if there are rules for the operation.
    pub(super) shown: Option<String>,
    pub(super) candidates: Vec<Candidate>,
    /// The recording that comes closest, and what differs, if there are recordings.
    pub(super) nearest_recording: Option<String>,
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
    /// The fields in which inputs that match differ from those of the call.
    fn differences<'a>(&'a self, shown: &'a str) -> Vec<(&'a str, &'a str)> {
        let matching = fields(self.matching.as_deref().unwrap_or_default());
        let pairs = matching.into_iter().zip(fields(shown));
        pairs
            .filter(|(expected, actual)| expected != actual)
            .collect()
    }

    /// How far it is from the call: rules that only lack an answer come first, those of which nothing is known come last.
    fn distance(&self, shown: &str) -> (bool, usize) {
        match self.differences(shown).len() {
            0 => (self.given.is_none(), usize::MAX),
            count => (self.given.is_none(), count),
        }
    }

    fn explain(&self, f: &mut fmt::Formatter<'_>, shown: &str) -> fmt::Result {
        write!(f, "the rule at {}", self.location)?;
        if let Some(given) = self.given {
            return write!(f, " matches, but has given all of its answers: {given}");
        }
        let differences = self.differences(shown);
        if differences.is_empty() {
            return f.write_str(" does not match");
        }
        f.write_str(" matches ")?;
        for (index, (expected, actual)) in differences.into_iter().enumerate() {
            let separator = if index == 0 { "" } else { ", and " };
            write!(f, "{separator}`{expected}` instead of `{actual}`")?;
        }
        Ok(())
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
        let id = operation.id();
        let source = match &self.nearest_recording {
            Some(_) if self.candidates.is_empty() => "recording",
            Some(_) => "rule and no recording",
            None => "rule",
        };
        write!(f, "no {source} for this call of `{id}`: {method} {url}")?;
        self.explain_rules(f)?;
        match &self.nearest_recording {
            Some(nearest) => write!(f, "\n- {nearest}"),
            None => Ok(()),
        }
    }
}

impl Miss {
    fn explain_rules(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(shown) = &self.shown else {
            let others = self.candidates.iter().map(|rule| rule.operation.id());
            let others: BTreeSet<&str> = others.collect();
            if others.is_empty() {
                return Ok(());
            }
            let others: Vec<&str> = others.into_iter().collect();
            return write!(f, "; there are rules for `{}`", others.join("`, `"));
        };
        write!(f, "\n{shown}")?;
        let candidates = self.candidates.iter();
        let of_operation = candidates.filter(|rule| rule.operation == self.sent.operation);
        let mut candidates: Vec<&Candidate> = of_operation.collect();
        candidates.sort_by_key(|rule| rule.distance(shown));
        for candidate in candidates {
            f.write_str("\n- ")?;
            candidate.explain(f, shown)?;
        }
        Ok(())
    }
}

/// The fields of a struct as `Debug` shows them, such as `id: "a"`.
fn fields(shown: &str) -> Vec<&str> {
    let inner = shown.split_once(" { ").map(|(_, rest)| rest);
    let inner = inner.and_then(|rest| rest.strip_suffix(" }"));
    let Some(inner) = inner else {
        return Vec::new();
    };
    let mut fields = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    let (mut in_text, mut is_escaped) = (false, false);
    for (at, letter) in inner.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                fields.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    fields.push(inner[start..].trim());
    fields
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn fields_are_split_at_the_commas_between_them() {
        let shown = r#"A { b: Some({"c, }": ["\", {", "d"]}), e: F { g: 1, h: 2 }, i: None }"#;
        assert_eq!(
            fields(shown),
            [
                r#"b: Some({"c, }": ["\", {", "d"]})"#,
                "e: F { g: 1, h: 2 }",
                "i: None"
            ]
        );
        for without in ["A", "A(1, 2)", ""] {
            assert!(fields(without).is_empty());
        }
    }
}
