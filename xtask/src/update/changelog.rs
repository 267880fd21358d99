//! The entries of the changelog for the changes of a document.

use std::collections::BTreeMap;

use openapi_rust_client::internal::changes::code;
use openapi_rust_client_generator::{Change, ChangeKind, Comparison, Verdict};

pub(super) const CHANGELOG: &str = "CHANGELOG.md";

/// The heading of what is not released yet.
const UNRELEASED: &str = "## [Unreleased]";

/// The sections of Keep a Changelog that changes of a document belong to, in their order.
const SECTIONS: [&str; 4] = ["### Added", "### Changed", "### Deprecated", "### Removed"];

/// The changelog with a line for each change that users care about; `None` if it has no section for unreleased changes.
pub(super) fn with_changes(changelog: &str, comparison: &Comparison) -> Option<String> {
    let (before, rest) = changelog.split_once(UNRELEASED)?;
    let end = rest.find("\n## ").unwrap_or(rest.len());
    let (unreleased, after) = rest.split_at(end);
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for change in &comparison.changes {
        if let Some((section, line)) = entry(change) {
            lines.entry(section).or_default().push(line);
        }
    }
    let mut text = unreleased.trim_end().to_owned();
    for (section, lines) in lines {
        text = added(&text, section, &lines.join("\n"));
    }
    Some(format!("{before}{UNRELEASED}{text}\n{after}"))
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
        "**Breaking:** "
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

    #[test]
    fn each_change_has_a_line_in_its_section() {
        let get = "get: {operationId: getThing, responses: {'204': {description: ''}}}";
        let put = "put: {operationId: putThing, responses: {'204': {description: ''}}}";
        let old = document("1", &format!("  /thing:\n    {get}\n"));
        let new = document("2", &format!("  /thing:\n    {put}\n"));
        let options = Options::default();
        let version = |document| Version {
            document,
            overlays: &[],
            options: &options,
        };
        let comparison = compare(version(&old), version(&new)).unwrap();
        let changelog =
            "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Before.\n\n## [0.1.0]\n\n- Old.\n";
        assert_eq!(
            with_changes(changelog, &comparison).unwrap(),
            "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Before.\n- `Client::put_thing` (`PUT /thing`).\n\n\
             ### Changed\n\n- `API_VERSION`: `Things 1` became `Things 2`.\n\n\
             ### Removed\n\n- **Breaking:** `Client::get_thing` (`GET /thing`). Remove the calls: the service no longer \
             offers the operation.\n\n## [0.1.0]\n\n- Old.\n"
        );
        assert_eq!(with_changes("# Changelog\n", &comparison), None);
    }
}
