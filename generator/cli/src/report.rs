//! Printing: results on standard output, problems on standard error.

use std::fmt;
use std::io::{self, Write as _};
use std::time::Instant;

use openapi_client_generator::Generated;

use crate::Plan;

/// An error with its causes.
pub fn failure(error: &anyhow::Error) {
    problem(format_args!("error: {error:#}"));
}

/// A warning that belongs to no document.
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

/// A line of the result. A reader that stops early, such as `head`, is not a failure.
fn line(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Lines of the result.
pub fn lines(text: &str) {
    line(format_args!("{}", text.trim_end()));
}

/// Words for changes that were made, or with `--check` would be.
#[derive(Debug)]
pub struct Words {
    /// For a file with a new text.
    pub written: &'static str,
    /// For a file that is gone.
    pub removed: &'static str,
}

/// For changes that were made.
pub const DONE: Words = Words {
    written: "written",
    removed: "removed",
};
/// For changes that `--check` does not make.
pub const WOULD: Words = Words {
    written: "would be written",
    removed: "would be removed",
};

/// Prints what became of the files.
#[derive(Clone, Copy, Debug)]
pub struct Results {
    /// Whether standard output is reserved for problems as JSON.
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

    /// Prints the counts and the names of the files.
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

    /// Names the files that belong to the user.
    pub fn kept(self, paths: &[&str]) {
        if !paths.is_empty() {
            self.line(format_args!(
                "  kept: {} (--force replaces them)",
                paths.join(", ")
            ));
        }
    }
}

/// Names what a manifest that belongs to the user lacks for the generated code to compile.
pub fn lacking(manifest: &str, lines: &[String]) {
    for line in lines {
        warning(&format!(
            "{manifest} lacks a line that the document needs: {line}"
        ));
    }
}

/// `1 file`, `2 files`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
