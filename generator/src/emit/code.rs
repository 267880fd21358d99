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

/// A type, a path or another piece of code, for text and for `quote!`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Code(String);

impl Code {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Code {
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

    /// Adds a call or the head of a function: in one line, or with a line for each argument if it is too long.
    pub(super) fn call(&mut self, indent: usize, head: &str, arguments: &[String], tail: &str) {
        let one_line = format!("{head}({}){tail}", arguments.join(", "));
        if arguments.is_empty() || indent + one_line.chars().count() <= WIDTH {
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
        if indent + target.len() + value.len() + " = ;".len() <= WIDTH {
            return self.line(indent, format_args!("{target} = {value};"));
        }
        self.line(indent, format_args!("{target} ="));
        self.line(indent + 4, format_args!("{value};"));
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
            self.line(indent + 4, format_args!("{field},"));
        }
        self.line(indent, format_args!("}}{tail}"));
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}
