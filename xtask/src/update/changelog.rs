//! The entries of the changelog for the changes of a document.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use openapi_rust_client::internal::changes::code;
use openapi_rust_client::internal::{Messages, next_version, report};
use openapi_rust_client_generator::{Change, ChangeKind, Comparison, Verdict};

use super::differences;
use super::lock::short_checksum;
use crate::changelog::{BREAKING, CHANGELOG, UNRELEASED, divided, is_breaking, last_version};
use crate::diff;
use crate::fit::Fitted;
use crate::spec;

/// The sections of Keep a Changelog that changes of a document belong to, in their order.
const SECTIONS: [&str; 4] = ["### Added", "### Changed", "### Deprecated", "### Removed"];

/// The changelog with the entries of an update.
pub(super) struct Entries {
    pub(super) changelog: String,
    /// The marks of all entries that updates wrote. Only these may be removed.
    pub(super) written: BTreeSet<String>,
    /// The version of the API.
    api: String,
    /// The verdict on everything that is not released yet.
    verdict: Option<Verdict>,
}

impl Entries {
    /// Entries are about what changed since the last release. Those that an earlier update has `written` and that no longer hold
    /// are removed. `None` before the first release, when no user has another version, and without a section for unreleased
    /// changes.
    pub(super) fn of(
        root: &Path,
        fitted: &Fitted,
        written: &BTreeSet<String>,
        messages: Messages,
    ) -> Result<Option<Self>> {
        let Some(changelog) = spec::source(root, CHANGELOG)? else {
            return Ok(None);
        };
        let Some((head, unreleased, tail)) = divided(&changelog.text) else {
            return Ok(None);
        };
        let Some(version) = last_version(tail) else {
            return Ok(None);
        };
        let Some(released) = diff::revision(root, &format!("v{version}"))? else {
            report::warning(&format!(
                "{CHANGELOG} gets no entries, because git has no tag v{version} to compare with; fetch it, and update again"
            ));
            return Ok(None);
        };
        let new = differences(&released, &fitted.spec, messages)?;
        let (unreleased, written) = replaced(unreleased, changes(new.as_ref()), written);
        let is_breaking = is_breaking(&unreleased);
        let verdict = new.as_ref().and_then(Comparison::verdict);
        Ok(Some(Self {
            changelog: format!("{head}{UNRELEASED}{unreleased}\n{tail}"),
            written,
            api: fitted.generated.version.clone(),
            verdict: verdict.max(is_breaking.then_some(Verdict::BreaksCallers)),
        }))
    }

    /// `Version of the crate: 0.1.0 -> 0.2.0+1.82.0`
    pub(super) fn next_version(&self) -> Result<String> {
        let version = diff::crate_version()?;
        if self.verdict.is_none() {
            return Ok(format!("This is what version {version} is generated from."));
        }
        let next = next_version(version, self.verdict, &self.api);
        Ok(format!("Version of the crate: {version} -> {next}"))
    }
}

fn changes(comparison: Option<&Comparison>) -> impl Iterator<Item = &Change> {
    comparison
        .into_iter()
        .flat_map(|comparison| &comparison.changes)
}

/// The text with the entries for the changes, and without those that earlier updates wrote and that no longer hold. With the marks
/// of all entries that updates wrote.
fn replaced<'c>(
    unreleased: &str,
    changes: impl Iterator<Item = &'c Change>,
    written: &BTreeSet<String>,
) -> (String, BTreeSet<String>) {
    let entries: Vec<(usize, String)> = changes.filter_map(entry).collect();
    let marks: BTreeSet<String> = entries.iter().map(mark).collect();
    let mut kept: BTreeSet<String> = marks.intersection(written).cloned().collect();
    let text = without(unreleased, written.difference(&marks).cloned().collect());
    // An entry that is not there any more was edited or deleted by people.
    let new = entries.into_iter();
    let new = new.filter(|entry| !written.contains(&mark(entry)));
    let new = new.filter(|(_, line)| !lines_of(&text).any(|other| other == line));
    let new: Vec<(usize, String)> = new.collect();
    kept.extend(new.iter().map(mark));
    (with(&text, new), kept)
}

/// Identifies an entry, in the lock. People may have the same line in another section.
fn mark((section, line): &(usize, String)) -> String {
    short_checksum(&format!("{}\n{line}", SECTIONS[*section]))
}

fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end)
}

/// The text without entries, and without the headings that they leave empty. An entry that people continued stays.
fn without(text: &str, mut stale: BTreeSet<String>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut section = None;
    let mut shortened = BTreeSet::new();
    let following = text.split('\n').skip(1).chain([""]);
    for (written, next) in text.split('\n').zip(following) {
        let line = written.trim_end();
        if line.starts_with("### ") {
            section = SECTIONS.iter().position(|heading| *heading == line);
        }
        let is_stale = section.is_some_and(|section| {
            !next.starts_with(' ') && stale.remove(&mark(&(section, line.to_owned())))
        });
        if is_stale {
            shortened.extend(section);
        } else {
            kept.push(written);
        }
    }
    if shortened.is_empty() {
        return text.to_owned();
    }
    let mut text = kept.join("\n") + "\n";
    for section in shortened {
        let Some((before, after)) = text.split_once(&format!("\n{}\n", SECTIONS[section])) else {
            continue;
        };
        let after = after.trim_start();
        if after.is_empty() || after.starts_with("### ") {
            text = format!("{}\n\n{after}", before.trim_end());
        }
    }
    text.trim_end().to_owned()
}

/// The text with more entries.
fn with(text: &str, entries: impl IntoIterator<Item = (usize, String)>) -> String {
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (section, line) in entries {
        lines.entry(section).or_default().push(line);
    }
    let mut text = text.trim_end().to_owned();
    for (section, lines) in lines {
        text = added(&text, section, &lines.join("\n"));
    }
    text
}

/// Adds lines to the end of a section, which may not exist yet.
fn added(text: &str, section: usize, lines: &str) -> String {
    let start = |section: &str| text.find(&format!("\n{section}\n")).map(|at| at + 1);
    let next = |from: usize| {
        text[from..]
            .find("\n### ")
            .map_or(text.len(), |at| from + at)
    };
    if let Some(at) = start(SECTIONS[section]) {
        let end = next(at);
        let (head, tail) = (text[..end].trim_end(), &text[end..]);
        return format!("{head}\n{lines}\n{tail}").trim_end().to_owned();
    }
    // A new section comes before those that follow it in the order.
    let following = SECTIONS[section + 1..]
        .iter()
        .find_map(|section| start(section));
    let at = following.unwrap_or(text.len());
    let (head, tail) = (text[..at].trim_end(), &text[at..]);
    format!("{head}\n\n{}\n\n{lines}\n\n{tail}", SECTIONS[section])
        .trim_end()
        .to_owned()
}

/// The section and the line of a change.
fn entry(change: &Change) -> Option<(usize, String)> {
    let section = match (change.kind, change.verdict) {
        (ChangeKind::Version, _) => "### Changed",
        // A new type comes with what uses it.
        (ChangeKind::TypeAdded, _) | (_, Verdict::Documentation) => return None,
        (ChangeKind::Deprecated, _) => "### Deprecated",
        (_, Verdict::Addition) => "### Added",
        (kind, _) if kind.as_str().ends_with("-removed") => "### Removed",
        _ => "### Changed",
    };
    let section = SECTIONS.iter().position(|name| *name == section)?;
    let breaking = if change.verdict.is_breaking() {
        BREAKING
    } else {
        ""
    };
    let item = code(&change.item);
    let values = match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {} became {}", code(before), code(after)),
        (Some(value), None) | (None, Some(value)) => format!(" ({})", code(value)),
        (None, None) => String::new(),
    };
    let advice = Some(change.advice).filter(|advice| !advice.is_empty());
    let advice = advice
        .map(|advice| format!(" {advice}"))
        .unwrap_or_default();
    Some((section, format!("- {breaking}{item}{values}.{advice}")))
}

#[cfg(test)]
mod tests {
    use openapi_rust_client_generator::{Options, Source, Version, compare};

    use super::*;

    fn document(version: &str, paths: &str) -> Source {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: Things, version: '{version}'}}\npaths:\n{paths}"
        );
        Source::new("openapi.yaml", text)
    }

    /// The changes between two documents with these operations.
    fn changes(old: (&str, &str), new: (&str, &str)) -> Vec<Change> {
        let document = |(version, methods): (&str, &str)| {
            let operations = methods.split_whitespace().map(|method| {
                format!("    {method}: {{operationId: {method}Thing, responses: {{'204': {{description: ''}}}}}}\n")
            });
            document(
                version,
                &format!("  /thing:\n{}", operations.collect::<String>()),
            )
        };
        let (old, new) = (document(old), document(new));
        let options = Options::default();
        let version = |document| Version {
            document,
            overlays: &[],
            options: &options,
        };
        compare(version(&old), version(&new)).unwrap().changes
    }

    const GET: (&str, &str) = ("1", "get");
    const PUT: (&str, &str) = ("2", "put");

    /// A changelog after an update, and the marks of what it wrote.
    fn updated(text: &str, changes: &[Change]) -> (String, BTreeSet<String>) {
        replaced(text, changes.iter(), &BTreeSet::new())
    }

    #[test]
    fn each_change_has_a_line_in_its_section() {
        assert_eq!(
            updated("\n\n### Added\n\n- Before.\n", &changes(GET, PUT)).0,
            "\n\n### Added\n\n- Before.\n- `Client::put_thing` (`PUT /thing`).\n\n\
             ### Changed\n\n- `API_VERSION`: `Things 1` became `Things 2`.\n\n\
             ### Removed\n\n- **Breaking:** `Client::get_thing` (`GET /thing`). Remove the calls: the service no longer \
             offers the operation."
        );
    }

    #[test]
    fn entries_are_about_the_last_release() {
        let text = "\n\n### Added\n\n- Before.";
        let (first, written) = updated(text, &changes(GET, PUT));
        let second = replaced(&first, changes(GET, ("3", "get")).iter(), &written);
        let version = "\n\n### Changed\n\n- `API_VERSION`: `Things 1` became `Things 3`.";
        assert_eq!(second.0, format!("{text}{version}"));
        let (third, written) = replaced(&second.0, [].iter(), &second.1);
        assert_eq!((&*third, written.len()), (text, 0));
    }

    #[test]
    fn only_what_an_update_wrote_is_removed() {
        let entry = "- `Client::put_thing` (`PUT /thing`).";
        let handwritten =
            format!("\n\n### Added\n\n{entry}\n\n### Removed\n\n### Fixed\n\n{entry}");
        let both = changes(GET, ("1", "get put"));
        let (text, written) = updated(&handwritten, &both);
        assert_eq!((&text, written.len()), (&handwritten, 0));
        assert_eq!(replaced(&text, [].iter(), &written).0, handwritten);

        let (text, written) = updated("", &both);
        let continued = format!("{text}\n  It stores the thing.");
        assert_eq!(replaced(&continued, [].iter(), &written).0, continued);
        let edited = text.replace(
            "- `Client::put_thing` (`PUT /thing`).",
            "- Things can be replaced.",
        );
        assert_eq!(replaced(&edited, both.iter(), &written).0, edited);
        let moved = text.replace("### Added", "### Fixed");
        let (text, written) = replaced(&moved, both.iter(), &written);
        assert_eq!(text, moved);
        assert_eq!(replaced(&text, [].iter(), &written).0, moved);
    }
}
