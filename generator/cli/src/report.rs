//! Prints results to standard output and problems to standard error.

use std::fmt;
use std::io::{self, Write as _};
use std::time::Instant;

use openapi_client_generator::Generated;

use crate::Plan;

/// Prints an error with its causes.
pub fn failure(error: &anyhow::Error) {
    problem(format_args!("error: {error:#}"));
}

/// Prints a warning that is not about a document.
pub fn warning(text: &str) {
    problem(format_args!("warning: {text}"));
}

/// Prints a line to standard error. A reader that stops early is not a failure.
pub fn problem(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Prints text to standard error.
pub fn text(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints a line of results. A reader that stops early, such as `head`, is not a failure.
fn line(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Prints lines of results.
pub fn lines(text: &str) {
    line(format_args!("{}", text.trim_end()));
}

/// The wording for changes that were made, or that `--check` lists.
#[derive(Debug)]
pub struct Wording {
    /// For a new or changed file.
    pub written: &'static str,
    /// For a removed file.
    pub removed: &'static str,
}

/// For changes that were made.
pub const DONE: Wording = Wording {
    written: "written",
    removed: "removed",
};
/// For changes that `--check` lists.
pub const WOULD: Wording = Wording {
    written: "would be written",
    removed: "would be removed",
};

/// Prints the results for the files.
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

    /// Prints `44 operations, 30 types from Botpress Runtime API 1.82.0`.
    pub fn document(self, generated: &Generated) {
        self.line(format_args!(
            "{}, {} from {} {}",
            count(generated.operations, "operation"),
            count(generated.types, "type"),
            generated.title,
            generated.version,
        ));
    }

    /// Prints `3 written, 1 removed, 96 unchanged in 41 ms`.
    pub fn counts(self, plan: &Plan, wording: &Wording, started: Instant) {
        self.line(format_args!(
            "{} {}, {} {}, {} unchanged in {} ms",
            plan.writes.len(),
            wording.written,
            plan.removals.len(),
            wording.removed,
            plan.unchanged,
            started.elapsed().as_millis(),
        ));
    }

    /// Prints the counts and the names of the files.
    pub fn plan(self, plan: &Plan, wording: &Wording, started: Instant) {
        self.counts(plan, wording, started);
        for path in plan.writes.keys() {
            self.line(format_args!("  {}: {path}", wording.written));
        }
        for path in &plan.removals {
            self.line(format_args!("  {}: {path}", wording.removed));
        }
        for path in &plan.foreign {
            warning(&format!(
                "{path} is not a generated file and was kept; move or remove it"
            ));
        }
    }

    /// Prints the files that were kept because they belong to the user.
    pub fn kept(self, paths: &[&str]) {
        if !paths.is_empty() {
            self.line(format_args!(
                "  kept: {} (--force replaces them)",
                paths.join(", ")
            ));
        }
    }
}

/// Warns of lines that are missing in a manifest that belongs to the user.
pub fn lacking(manifest: &str, lines: &[String]) {
    for line in lines {
        warning(&format!(
            "{manifest} needs a line for the generated code: {line}"
        ));
    }
}

/// `1 file`, `2 files`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
