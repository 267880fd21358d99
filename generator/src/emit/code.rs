//! Rust as text.
//!
//! Fields, setters and lists of calls are most of a client, and they look the same for every name. Written as text they
//! need neither a parser nor a formatter, which would take most of the time of a generation. `quote!` is for the rest.

use std::fmt::{self, Display, Write as _};

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::WIDTH;

/// The most columns of the fields of a struct expression in one line.
const LITERAL_WIDTH: usize = 18;

/// The most columns of the arguments of a call in one line.
pub(super) const ARGUMENTS_WIDTH: usize = 60;

/// The most columns of chained calls in one line.
const CHAIN_WIDTH: usize = 60;

/// A type, a path or another piece of code, for text and for `quote!`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fragment(String);

impl Fragment {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Fragment {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // Types and paths always consist of tokens.
        tokens.extend(self.0.parse::<TokenStream>().unwrap_or_default());
    }
}

/// Code that is written line by line.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line, indented by `indent` columns.
    pub(super) fn line(&mut self, indent: usize, text: impl Display) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{:indent$}{text}", "");
    }

    pub(super) fn blank(&mut self) {
        self.0.push('\n');
    }

    /// Adds a doc comment.
    pub(super) fn docs(&mut self, indent: usize, lines: &[String]) {
        for line in lines {
            let gap = if line.is_empty() { "" } else { " " };
            self.line(indent, format_args!("///{gap}{line}"));
        }
    }

    /// Adds a call: in one line, or with a line for each argument if it is too long.
    pub(super) fn call(&mut self, indent: usize, head: &str, arguments: &[String], tail: &str) {
        self.list(indent, head, arguments, tail, ARGUMENTS_WIDTH);
    }

    /// Adds the head of a function.
    pub(super) fn head(&mut self, indent: usize, head: &str, arguments: &[String], tail: &str) {
        self.list(indent, head, arguments, tail, WIDTH);
    }

    fn list(&mut self, indent: usize, head: &str, arguments: &[String], tail: &str, most: usize) {
        let joined = arguments.join(", ");
        let is_short = joined.chars().count() <= most;
        let one_line = format!("{head}({joined}){tail}");
        if arguments.is_empty() || is_short && indent + one_line.chars().count() <= WIDTH {
            return self.line(indent, one_line);
        }
        self.line(indent, format_args!("{head}("));
        for argument in arguments {
            self.line(indent + 4, format_args!("{argument},"));
        }
        self.line(indent, format_args!("){tail}"));
    }

    /// Adds `target = value;`, in two lines if it is too long.
    pub(super) fn assignment(&mut self, indent: usize, target: &str, value: &str) {
        if indent + target.chars().count() + value.chars().count() + " = ;".len() <= WIDTH {
            return self.line(indent, format_args!("{target} = {value};"));
        }
        self.line(indent, format_args!("{target} ="));
        self.line(indent + 4, format_args!("{value};"));
    }

    /// Adds `target = value.calls();`, with a line for each of the chained calls if it is too long.
    pub(super) fn chain(&mut self, indent: usize, target: &str, value: &str, calls: &[String]) {
        let whole = format!("{value}{}", calls.concat());
        // A single call may be as wide as the line.
        let most = if calls.len() < 2 {
            WIDTH - indent - "    ;".len()
        } else {
            CHAIN_WIDTH
        };
        if calls.is_empty() || whole.chars().count() <= most {
            return self.assignment(indent, target, &whole);
        }
        let first = format!("{target} = {value}");
        let is_short = indent + first.chars().count() <= WIDTH;
        let calls_indent = if is_short {
            self.line(indent, first);
            indent + 4
        } else {
            self.line(indent, format_args!("{target} ="));
            self.line(indent + 4, value);
            indent + 8
        };
        for (index, call) in calls.iter().enumerate() {
            let end = if index + 1 == calls.len() { ";" } else { "" };
            self.line(calls_indent, format_args!("{call}{end}"));
        }
    }

    /// Adds a struct expression: in one line if it is as short as rustfmt wants it.
    pub(super) fn literal(&mut self, indent: usize, name: &str, fields: &[String], tail: &str) {
        let joined = fields.join(", ");
        if fields.is_empty() {
            return self.line(indent, format_args!("{name} {{}}{tail}"));
        }
        if joined.chars().count() <= LITERAL_WIDTH {
            return self.line(indent, format_args!("{name} {{ {joined} }}{tail}"));
        }
        self.line(indent, format_args!("{name} {{"));
        for field in fields {
            let comma = if field.starts_with("..") { "" } else { "," };
            self.line(indent + 4, format_args!("{field}{comma}"));
        }
        self.line(indent, format_args!("}}{tail}"));
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}
