//! Prints what is left to do after a document was taken in.

use std::collections::BTreeSet;

use openapi_rust_client::internal::{one_line, report};
use openapi_rust_client_generator::{Code, Diagnostic};
use xtask::recordings;

use super::prose::Missing;
use super::uses::Uses;
use crate::spec::PROSE;

/// The most entries of a list, unless all are asked for.
const MOST: usize = 20;

/// A list with a heading that says what to do.
fn list(heading: &str, entries: &[String], all: bool) {
    if entries.is_empty() {
        return;
    }
    let shown = if all { entries.len() } else { MOST };
    report::line(format_args!("\n{heading}"));
    for entry in entries.iter().take(shown) {
        report::line(format_args!("  {}", entry.replace('\n', "\n  ")));
    }
    let more = entries.len().saturating_sub(shown);
    if more > 0 {
        report::line(format_args!("  … and {more} more; `--all` lists all"));
    }
}

/// Places that have no description.
pub(super) fn missing(missing: &[Missing], all: bool) {
    let number = match missing.len() {
        1 => "1 place has".to_owned(),
        number => format!("{number} places have"),
    };
    let published = missing.iter().filter(|place| place.is_published());
    let published = match published.count() {
        0 => "The publisher has none either".to_owned(),
        number => format!("`--prose published` takes over the {number} of the publisher"),
    };
    let entries = missing
        .iter()
        .map(|place| format!("- target: {}\n  update: {{description: …}}", place.target));
    let entries: Vec<_> = entries.collect();
    let heading = format!("{number} no description; add actions to {PROSE}. {published}:");
    list(&heading, &entries, all);
}

/// Places whose published description is another one, each with the new text.
pub(super) fn changed(changed: &[(String, &str)], all: bool) {
    let descriptions = report::count(changed.len(), "published description");
    let entries = changed.iter().map(|(target, text)| {
        let text = one_line(text);
        format!("{target}\n  {text}").trim_end().to_owned()
    });
    let entries: Vec<_> = entries.collect();
    let heading = format!("{descriptions} changed; {PROSE} may need the same change:");
    list(&heading, &entries, all);
}

/// Problems of the overlays.
pub(super) fn findings(findings: &[Diagnostic], all: bool) {
    let (gone, unfit): (Vec<_>, Vec<_>) = findings
        .iter()
        .partition(|finding| finding.code == Code::OptionalAction);
    let number = match gone.len() {
        1 => "1 description has".to_owned(),
        number => format!("{number} descriptions have"),
    };
    let heading = format!(
        "{number} no place in this document. It may come back; change the targets of what moved, and delete the actions that are no longer needed:"
    );
    list(&heading, &entries(&gone), all);

    let places: BTreeSet<_> = unfit.iter().map(|it| (&it.file, &it.pointer)).collect();
    let heading = match places.len() {
        1 => "1 overlay action does not fit this document. What fails was left out; `cargo xtask regen` refuses it:".to_owned(),
        number => format!(
            "{number} overlay actions do not fit this document. What fails was left out; `cargo xtask regen` refuses it:"
        ),
    };
    list(&heading, &entries(&unfit), all);
}

/// Overlay actions that match, but may be wrong now.
pub(super) fn affected(affected: &[String], all: bool) {
    let heading = "Overlay actions that still match, but whose targets changed or moved. They may hide it from the client and from \
                   the differences:";
    list(heading, affected, all);
}

/// Operations that would leave something behind.
pub(super) fn policies(wrong: &[String], all: bool) {
    let number = match wrong.len() {
        1 => "1 value of `x-record` does".to_owned(),
        number => format!("{number} values of `x-record` do"),
    };
    let heading = format!("{number} not fit this document; `cargo xtask regen` refuses it:");
    let wrong: Vec<_> = wrong.iter().map(|problem| one_line(problem)).collect();
    list(&heading, &wrong, all);
}

/// Operations that may or may not be recorded.
pub(super) fn undecided(actions: &[String], all: bool) {
    list(&recordings::undecided(actions.len()), actions, all);
}

/// Problems of the recordings.
pub(super) fn recordings(problems: &[String], all: bool) {
    let places = report::count(problems.len(), "place");
    let heading = format!(
        "The recordings do not fit the operations in {places}. `cargo xtask recordings` lists them again:"
    );
    let problems: Vec<_> = problems.iter().map(|problem| one_line(problem)).collect();
    list(&heading, &problems, all);
}

/// Lines that use what breaks.
pub(super) fn uses(uses: &Uses, all: bool) {
    const CHECK: &str = "`cargo check --workspace --all-targets`";
    let lines = report::count(uses.lines.len(), "line");
    let heading = format!(
        "{lines} of examples, tests and docs may not compile. They are found by name; only {CHECK} finds uses of fields, and \
         `cargo xtask recordings` compiles the examples in docs:"
    );
    list(&heading, &uses.lines, all);
    if uses.lines.is_empty() && uses.has_fields {
        report::line(format_args!(
            "\nFields break, and only {CHECK} finds their uses"
        ));
    }
}

/// One entry for each problem. Help that is the same for several problems is below the last of them.
fn entries(findings: &[&Diagnostic]) -> Vec<String> {
    let next = findings.iter().skip(1).map(Some).chain([None]);
    let entries = findings.iter().zip(next).map(|(finding, next)| {
        let node = finding.node.as_ref();
        let node = node.map_or_else(String::new, |node| format!(" ({node})"));
        let entry = format!(
            "{}:{}: {}{node}",
            finding.file,
            finding.line,
            one_line(&finding.message)
        );
        let is_last = next.is_none_or(|next| next.help != finding.help);
        let mut lines = vec![entry];
        if is_last && !finding.help.is_empty() {
            lines.push(format!("help: {}", finding.help));
        }
        // An action for this place, after those that do not fit it.
        if let Some(action) = &finding.overlay {
            lines.extend(action.to_string().lines().map(str::to_owned));
        }
        lines.join("\n  ")
    });
    entries.collect()
}
