//! Problems of a document, shown to people on standard error or to tools on standard output.

use std::collections::BTreeMap;
use std::env;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anyhow::{Context, Result, bail};
use console::Term;
use openapi_client_generator::{Code, Diagnostic, Diagnostics, Generated, Severity};

use crate::Document;
use crate::report::{self, Results, count};

/// Warnings of a kind that are shown to people. The first ones explain the others.
const WARNINGS: usize = 3;

/// Errors of a kind that are shown to people, who have to fix each of them.
const ERRORS: usize = 20;

/// The fewest columns of a terminal, whatever it reports.
const NARROWEST: usize = 40;

/// How problems are reported.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Messages {
    /// How to report problems: for people on standard error, or for tools as one JSON object a line on standard output,
    /// which then has nothing else
    #[cfg_attr(feature = "cli", arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human))]
    pub message_format: Format,
    /// Treat warnings as errors: write nothing if there is one
    #[cfg_attr(feature = "cli", arg(long))]
    pub strict: bool,
}

/// Who reads the problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
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
        match document.read()?.generate(self.strict) {
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
            Format::Human if !problems.is_empty() => report::text(&(human(problems) + "\n")),
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

/// All problems, without colours.
pub fn plain(problems: &Diagnostics) -> String {
    let renderer = Renderer::plain();
    let problems = problems.iter();
    joined(problems.map(|problem| rendered(problem, &renderer)))
}

/// The problems for people. Of many of one kind, the first ones are shown and the others counted.
fn human(problems: &Diagnostics) -> String {
    let renderer = renderer();
    let mut parts = Vec::new();
    let mut kinds: Vec<(Severity, Code)> = Vec::new();
    let mut counts: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for problem in problems {
        let kind = (problem.severity, problem.code);
        let count = counts.entry(kind).or_default();
        *count += 1;
        if *count == 1 {
            kinds.push(kind);
        }
        if *count <= shown(problem.severity) {
            parts.push(rendered(problem, &renderer));
        }
    }
    for (severity, code) in kinds {
        let more = counts[&(severity, code)].saturating_sub(shown(severity));
        if more > 0 {
            let text = format!("{more} more of this kind; `--message-format json` shows all");
            let title = level(severity).primary_title(text).id(code.as_str());
            parts.push(renderer.render(&[Group::with_title(title)]));
        }
    }
    joined(parts)
}

fn shown(severity: Severity) -> usize {
    match severity {
        Severity::Error => ERRORS,
        Severity::Warning => WARNINGS,
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
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

fn rendered(problem: &Diagnostic, renderer: &Renderer) -> String {
    let level = level(problem.severity);
    let title = level
        .clone()
        .primary_title(&problem.message)
        .id(problem.code.as_str());
    let place = Origin::path(&problem.file)
        .line(problem.line)
        .char_column(problem.column);
    let excerpt = &problem.excerpt;
    let mark = AnnotationKind::Primary.span(excerpt.marked.clone());
    let line = Snippet::source(&excerpt.text)
        .line_start(problem.line)
        .annotation(mark);
    let pointer = Level::NOTE.with_name("at").message(&problem.pointer);
    let help = Level::HELP.message(&problem.help);
    let overlay = problem.overlay.as_ref();
    let overlay =
        overlay.map(|action| Level::HELP.with_name("overlay").message(action.to_string()));
    // The location is in a group of its own: a snippet shows the column of its text, which may be cut. In the first of
    // several groups there would be an empty line between them.
    let groups = [
        Group::with_level(level.clone()),
        title.element(place),
        Group::with_level(level)
            .element(line)
            .element(pointer)
            .element(help)
            .elements(overlay),
    ];
    renderer.render(&groups).trim_start_matches('\n').to_owned()
}

/// A paragraph for each.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter();
    let parts: Vec<String> = parts
        .map(|part| part.trim_end().to_owned() + "\n")
        .collect();
    parts.join("\n")
}
