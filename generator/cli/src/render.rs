//! Problems of a document as text for people, each with the line that it is in.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use openapi_rust_client_generator::{Code, Diagnostic, Diagnostics, Severity};

use crate::text::one_line;

/// Warnings of a kind that are shown to people. The first ones explain the others.
const WARNINGS: usize = 3;

/// Errors of a kind that are shown to people, who have to fix each of them.
const ERRORS: usize = 20;

/// The problems that are shown as text.
#[derive(Clone, Copy, Debug)]
pub enum Extent {
    /// The first ones of each kind. These words say what shows all.
    First(&'static str),
    /// All.
    All,
}

impl Default for Extent {
    fn default() -> Self {
        Self::First("`--message-format json`")
    }
}

/// A part of what people see of many problems.
pub(crate) enum Part<'a> {
    /// One of the first problems of its kind.
    Problem(&'a Diagnostic),
    /// The number of the others.
    More(Severity, Code, usize),
}

/// The first problems of each kind in their order, and how many others there are.
pub(crate) fn summary(problems: &Diagnostics) -> Vec<Part<'_>> {
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
            parts.push(Part::Problem(problem));
        }
    }
    for (severity, code) in kinds {
        let more = counts[&(severity, code)].saturating_sub(shown(severity));
        if more > 0 {
            parts.push(Part::More(severity, code, more));
        }
    }
    parts
}

/// All problems, without colours.
pub fn plain(problems: &Diagnostics) -> String {
    human(problems, &Renderer::plain(), Extent::All)
}

/// The problems as text.
pub(crate) fn human(problems: &Diagnostics, renderer: &Renderer, extent: Extent) -> String {
    let all = match extent {
        Extent::First(all) => all,
        Extent::All => return joined(problems.iter().map(|problem| rendered(problem, renderer))),
    };
    let parts = summary(problems).into_iter();
    joined(parts.map(|part| match part {
        Part::Problem(problem) => rendered(problem, renderer),
        Part::More(severity, code, count) => {
            let text = format!("{count} more of this kind; {all} shows all");
            let title = level(severity).primary_title(text).id(code.as_str());
            let mut text = renderer.render(&[Group::with_title(title)]);
            let actions = problems.common_actions(code);
            if !actions.is_empty() {
                let actions: Vec<_> = actions.iter().map(ToString::to_string).collect();
                let actions = format!("overlay for all of this kind:\n{}", actions.join("\n"));
                let title = Level::HELP.primary_title(actions);
                text = text + "\n" + &renderer.render(&[Group::with_title(title)]);
            }
            text
        }
    }))
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

fn rendered(problem: &Diagnostic, renderer: &Renderer) -> String {
    let level = level(problem.severity);
    let title = level
        .clone()
        .primary_title(one_line(&problem.message))
        .id(problem.code.as_str());
    let place = Origin::path(&problem.file)
        .line(problem.line)
        .char_column(problem.column);
    let excerpt = &problem.excerpt;
    let mark = AnnotationKind::Primary.span(excerpt.marked.clone());
    let line = Snippet::source(&excerpt.text)
        .line_start(problem.line)
        .annotation(mark);
    let pointer = Level::NOTE
        .with_name("at")
        .message(one_line(&problem.pointer));
    let node = problem.node.as_ref();
    let node = node.map(|node| Level::NOTE.with_name("adds").message(node.to_string()));
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
            .elements(node)
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
