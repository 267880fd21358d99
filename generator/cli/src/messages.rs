//! Problems of a document, shown to people on standard error or to tools on standard output.

use std::env;
use std::io::{Error, ErrorKind};

use annotate_snippets::Renderer;
use anyhow::{Context, Result, anyhow, bail};
use console::Term;
use openapi_client_generator::{Diagnostics, Generated, Severity};

use crate::Document;
use crate::document::Sources;
use crate::render::human;
use crate::report::{self, Results, count};

/// The fewest columns of a terminal, whatever it reports.
const NARROWEST: usize = 40;

/// How problems are reported.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Messages {
    /// How to report problems: for people on standard error, or for tools as one JSON object a line on standard output,
    /// which then has nothing else
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    pub message_format: Format,
    /// Treat warnings as errors: write nothing if there is one
    #[arg(long)]
    pub strict: bool,
}

/// Who reads the problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// People.
    #[default]
    Human,
    /// Tools.
    Json,
}

impl Messages {
    /// Generates, and reports all problems.
    pub fn generate(self, document: &Document) -> Result<Generated> {
        match read(document)?.generate(self.strict) {
            Ok(generated) => {
                self.report(&generated.warnings)?;
                Ok(generated)
            }
            Err(problems) => {
                self.report(&problems)?;
                let among = if self.strict {
                    ", warnings included"
                } else {
                    ""
                };
                let problems = problems.iter();
                let errors = problems.filter(|problem| problem.severity == Severity::Error);
                bail!(
                    "the document has {}{among}; no file was changed",
                    count(errors.count(), "error"),
                );
            }
        }
    }

    /// Prints results where they do not mix with problems.
    pub fn results(self) -> Results {
        Results {
            on_stderr: self.message_format == Format::Json,
        }
    }

    fn report(self, problems: &Diagnostics) -> Result<()> {
        match self.message_format {
            // A blank line, because what follows is about something else.
            Format::Human if !problems.is_empty() => {
                let all = "`--message-format json`";
                report::text(&(human(problems, &renderer(), all) + "\n"));
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

/// Reads all files, or says how to name others.
fn read(document: &Document) -> Result<Sources> {
    document.read().map_err(|error| {
        let cause = error.root_cause().downcast_ref::<Error>();
        if cause.is_some_and(|cause| cause.kind() == ErrorKind::NotFound) {
            anyhow!("{error:#}; --spec, --overlay and --options name other files")
        } else {
            error
        }
    })
}

/// With colours if standard error is a terminal that has them and `NO_COLOR` is not set.
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
