//! Reports the problems of a document: as text on standard error, or as JSON on standard output.

use std::env;
use std::io::{Error, ErrorKind};

use annotate_snippets::Renderer;
use anyhow::{Context, Result, anyhow, bail};
use console::Term;
use openapi_rust_client_generator::{Diagnostics, Generated};

use crate::document::{Document, Sources};
use crate::render::{Extent, human};
use crate::report::{self, count_errors};
use crate::results::Results;

/// The smallest width to assume for a terminal, in columns.
const NARROWEST: usize = 40;

/// Options for reporting problems.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Messages {
    /// Report problems as text on standard error, or as JSON on standard output: one object a line, and nothing else
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    pub message_format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// How much of the text is shown.
    #[arg(skip)]
    pub extent: Extent,
}

/// The format of problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text for people.
    #[default]
    Human,
    /// JSON for tools.
    Json,
}

impl Messages {
    /// Generates the client and reports all problems.
    pub fn generate(self, document: &Document) -> Result<Generated> {
        self.conclude(read(document)?.generate(self.strict))
    }

    /// Reports all problems of a run, which is a failure if it generated nothing.
    pub fn conclude(self, run: Result<Generated, Diagnostics>) -> Result<Generated> {
        match run {
            Ok(generated) => {
                self.report(&generated.warnings)?;
                Ok(generated)
            }
            Err(problems) => {
                self.report(&problems)?;
                let errors = count_errors(&problems, self.strict);
                bail!("found {errors}; no file was changed");
            }
        }
    }

    /// A printer of results, which does not mix them with problems as JSON.
    pub fn results(self) -> Results {
        Results {
            on_stderr: self.message_format == Format::Json,
        }
    }

    /// Reports problems.
    pub fn report(self, problems: &Diagnostics) -> Result<()> {
        match self.message_format {
            // A blank line separates the problems from the results.
            Format::Human if !problems.is_empty() => {
                report::text(&(human(problems, &renderer(), self.extent) + "\n"));
            }
            Format::Human => {}
            Format::Json => {
                for problem in problems {
                    let json = serde_json::to_string(problem);
                    report::lines(&json.context("cannot write a problem as JSON")?);
                }
            }
        }
        Ok(())
    }
}

/// Reads all files. The error for a missing file mentions the options that name files.
pub fn read(document: &Document) -> Result<Sources> {
    document.read().map_err(|error| {
        let cause = error.root_cause().downcast_ref::<Error>();
        if cause.is_some_and(|cause| cause.kind() == ErrorKind::NotFound) {
            anyhow!("{error:#}; choose other files with --spec, --overlay and --options")
        } else {
            error
        }
    })
}

/// A renderer with colours if standard error is a terminal that supports them and `NO_COLOR` is not set.
fn renderer() -> Renderer {
    let is_forbidden = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let renderer = if console::colors_enabled_stderr() && !is_forbidden {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    match Term::stderr().size_checked() {
        Some((_, columns)) => renderer.term_width(usize::from(columns).max(NARROWEST)),
        None => renderer,
    }
}
