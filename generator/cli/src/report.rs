//! Prints lines of results to standard output and problems to standard error.

use std::fmt;
use std::io::{self, Write as _};

use openapi_rust_client_generator::{Diagnostics, Severity};

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
pub fn line(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Prints lines of results.
pub fn lines(text: &str) {
    line(format_args!("{}", text.trim_end()));
}

/// Warns of lines that are missing in a file that belongs to the user.
pub fn lacking(file: &str, lines: &[String]) {
    for line in lines {
        warning(&format!(
            "{file} needs a line for the generated code: {line}"
        ));
    }
}

/// `1 file`, `2 files`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `2 errors`, or `2 errors, warnings included` if `strict` turned warnings into errors.
pub(crate) fn count_errors(problems: &Diagnostics, strict: bool) -> String {
    let problems = problems.iter();
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    let included = if strict { ", warnings included" } else { "" };
    count(errors.count(), "error") + included
}
