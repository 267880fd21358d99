//! What the user reads: results on standard output, problems on standard error.

use std::fmt;
use std::io::{self, Write as _};
use std::time::Instant;

use openapi_client_generator::Generated;

use crate::fidelity::{Refused, Verdict};
use crate::files::Plan;

pub fn failure(error: &anyhow::Error) {
    problem(format_args!("error: {error:#}"));
}

pub fn warning(text: &str) {
    problem(format_args!("warning: {text}"));
}

/// A line on standard error, if somebody reads it.
pub fn problem(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Text on standard error.
pub fn text(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// A line of the result. A reader that has seen enough, such as `head`, is no reason to fail.
fn line(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Lines of the result that are put together elsewhere.
pub fn lines(text: &str) {
    line(format_args!("{}", text.trim_end()));
}

/// What was done, or with `--check` what would be.
pub struct Words {
    pub written: &'static str,
    pub removed: &'static str,
}

pub const DONE: Words = Words {
    written: "written",
    removed: "removed",
};
pub const WOULD: Words = Words {
    written: "would be written",
    removed: "would be removed",
};

/// What became of the files.
#[derive(Clone, Copy)]
pub struct Results {
    /// Where problems are told in JSON on standard output, nothing else may stand there.
    pub on_stderr: bool,
}

impl Results {
    fn line(self, text: fmt::Arguments<'_>) {
        if self.on_stderr {
            problem(text);
        } else {
            line(text);
        }
    }

    /// `44 operations, 30 types from Botpress Runtime API 1.82.0`
    pub fn document(self, generated: &Generated) {
        self.line(format_args!(
            "{}, {} from {} {}",
            count(generated.operations, "operation"),
            count(generated.types, "type"),
            generated.title,
            generated.version,
        ));
    }

    /// `3 written, 1 removed, 96 unchanged in 41 ms`
    pub fn counts(self, plan: &Plan, words: &Words, started: Instant) {
        self.line(format_args!(
            "{} {}, {} {}, {} unchanged in {} ms",
            plan.writes.len(),
            words.written,
            plan.removals.len(),
            words.removed,
            plan.unchanged,
            started.elapsed().as_millis(),
        ));
    }

    /// The counts, and the names of the files.
    pub fn plan(self, plan: &Plan, words: &Words, started: Instant) {
        self.counts(plan, words, started);
        for path in plan.writes.keys() {
            self.line(format_args!("  {}: {path}", words.written));
        }
        for path in &plan.removals {
            self.line(format_args!("  {}: {path}", words.removed));
        }
        for path in &plan.foreign {
            warning(&format!(
                "{path} is not generated and was left; move or remove it"
            ));
        }
    }

    /// Files that belong to the user.
    pub fn kept(self, paths: &[&str]) {
        if !paths.is_empty() {
            self.line(format_args!(
                "  kept: {} (--force replaces them)",
                paths.join(", ")
            ));
        }
    }
}

/// What there is to say of calls, and `44 operations, 300 calls: 44 operations without objection`.
pub fn fidelity(verdict: &Verdict) {
    lines(&fidelity_text(verdict));
}

pub fn fidelity_text(verdict: &Verdict) -> String {
    let lists = [
        ("refused", &verdict.refused),
        ("not judged", &verdict.unjudged),
    ];
    let calls = lists.into_iter().flat_map(|(what, list)| {
        list.iter().map(move |refused| {
            let Refused {
                operation,
                call,
                problem,
            } = refused;
            format!("{what}: {operation}, {call}: {problem}\n")
        })
    });
    let sum = format!(
        "{}, {}: {} of {} without objection\n",
        count(verdict.operations, "operation"),
        count(verdict.calls, "call"),
        verdict.kept(),
        verdict.operations,
    );
    calls.chain([sum]).collect()
}

/// What a manifest that belongs to the user needs for the generated code to compile as it is meant.
pub fn lacking(manifest: &str, lines: &[String]) {
    for line in lines {
        warning(&format!("{manifest} lacks what the document needs: {line}"));
    }
}

pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
