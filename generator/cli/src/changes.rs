//! Differences between two versions as text: for a terminal, and as Markdown.

use std::env;
use std::fmt::Write as _;

use anyhow::Result;
use openapi_rust_client_generator::{Change, ChangeKind, Comparison, Place, Verdict};
use serde_json::Value;

use crate::next_version::{CrateVersion, next_version};
use crate::report::count;
use crate::text::one_line;

/// Whether text has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without colours.
    Plain,
    /// With colours.
    Colored,
}

impl Style {
    /// Colours if standard output is a terminal that supports them and `NO_COLOR` is not set.
    pub fn of_stdout() -> Self {
        let is_forbidden = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if console::colors_enabled() && !is_forbidden {
            Self::Colored
        } else {
            Self::Plain
        }
    }

    fn dimmed(self, kind: ChangeKind) -> String {
        let style = console::Style::new().dim();
        let style = style.force_styling(self == Self::Colored);
        style.apply_to(kind).to_string()
    }

    fn verdict(self, verdict: Verdict, text: &str) -> String {
        let style = console::Style::new()
            .bold()
            .force_styling(self == Self::Colored);
        let style = match verdict {
            Verdict::BreaksCallers => style.red(),
            Verdict::BreaksBehavior => style.yellow(),
            Verdict::Addition => style.green(),
            Verdict::Documentation => style,
        };
        style.apply_to(text).to_string()
    }
}

/// The report for a terminal.
pub fn human(comparison: &Comparison, style: Style, version: Option<CrateVersion>) -> String {
    let mut text = String::new();
    for (verdict, changes) in by_verdict(comparison) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", style.verdict(verdict, &heading(verdict)));
        for change in changes {
            let values = values(change, one_line);
            let _ = writeln!(
                text,
                "  {} {}{values}",
                style.dimmed(change.kind),
                one_line(&change.item)
            );
            let _ = writeln!(text, "    {}", one_line(&places(change)));
            if !change.advice.is_empty() {
                let _ = writeln!(text, "    {}", change.advice);
            }
        }
        text.push('\n');
    }
    text + &summary(comparison, version, one_line)
}

/// The report as Markdown.
pub fn markdown(comparison: &Comparison, version: Option<CrateVersion>) -> String {
    let mut text = format!("## {}\n\n", title(comparison, markdown_text));
    for (verdict, changes) in by_verdict(comparison) {
        let _ = writeln!(text, "### {}\n", heading(verdict));
        for change in changes {
            let values = values(change, code);
            let advice = if change.advice.is_empty() {
                String::new()
            } else {
                format!(" {}", change.advice)
            };
            let _ = writeln!(
                text,
                "- {} ({}){values}{advice} ({})",
                code(&change.item),
                change.kind,
                markdown_text(&places(change))
            );
        }
        text.push('\n');
    }
    text + &summary(comparison, version, markdown_text) + "\n"
}

/// The report as JSON.
pub fn json(comparison: &Comparison, version: Option<CrateVersion>) -> Result<String> {
    let mut json = serde_json::to_value(comparison)?;
    json["verdict"] = serde_json::to_value(comparison.verdict())?;
    if let Some(version) = version {
        json["crate_version"] = Value::from(version.to_string());
        json["next_crate_version"] = Value::from(next(version, comparison));
    }
    Ok(serde_json::to_string_pretty(&json)?)
}

fn next(version: CrateVersion, comparison: &Comparison) -> String {
    next_version(version, comparison.verdict(), &comparison.new_version)
}

/// The changes by verdict, the worst first.
fn by_verdict(comparison: &Comparison) -> Vec<(Verdict, Vec<&Change>)> {
    let of = |verdict| {
        let changes = comparison.changes.iter();
        changes
            .filter(move |change| change.verdict == verdict)
            .collect::<Vec<_>>()
    };
    let all = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict, of(verdict)));
    all.filter(|(_, changes)| !changes.is_empty()).collect()
}

fn heading(verdict: Verdict) -> String {
    let text = verdict.to_string();
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn title(comparison: &Comparison, written: impl Fn(&str) -> String) -> String {
    let (old, new) = (&comparison.old_version, &comparison.new_version);
    format!("{} to {}", written(old), written(new))
}

/// `: String -> Option<String>`
fn values(change: &Change, written: impl Fn(&str) -> String) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {} -> {}.", written(before), written(after)),
        (Some(value), None) | (None, Some(value)) => format!(": {}.", written(value)),
        (None, None) => ".".to_owned(),
    }
}

/// `old.yaml:12 -> new.yaml:14`
fn places(change: &Change) -> String {
    let places = [&change.old, &change.new].into_iter().flatten();
    places
        .map(Place::to_string)
        .collect::<Vec<_>>()
        .join(" -> ")
}

/// Text in Markdown, on one line and without markup.
fn markdown_text(text: &str) -> String {
    let is_markup = |char| r"\`*_[]<&|~#!".contains(char);
    let mut escaped = String::new();
    for char in one_line(text).chars() {
        if is_markup(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

/// A value as code in Markdown, on one line, even if it contains backticks.
pub fn code(text: &str) -> String {
    let text = one_line(text);
    let runs = text.split(|char| char != '`').map(str::len);
    let longest = runs.max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if longest == 0 { "" } else { " " };
    format!("{fence}{space}{text}{space}{fence}")
}

/// `1.80.0 to 1.82.0: 3 breaking changes for callers, 2 additions`
fn summary(
    comparison: &Comparison,
    version: Option<CrateVersion>,
    written: impl Fn(&str) -> String,
) -> String {
    let changes = by_verdict(comparison);
    if changes.is_empty() {
        return "No differences.".to_owned();
    }
    let counts = changes.into_iter().map(|(verdict, changes)| {
        let number = changes.len();
        match verdict {
            Verdict::BreaksCallers => format!("{} for callers", count(number, "breaking change")),
            Verdict::BreaksBehavior => format!("{} in behavior", count(number, "breaking change")),
            Verdict::Addition => count(number, "addition"),
            Verdict::Documentation => format!("{} of documentation", count(number, "change")),
        }
    });
    let counts: Vec<String> = counts.collect();
    let mut text = format!("{}: {}", title(comparison, written), counts.join(", "));
    if let Some(version) = version {
        let _ = write!(
            text,
            "\nVersion of the crate: {version} -> {}",
            next(version, comparison)
        );
    }
    text
}
