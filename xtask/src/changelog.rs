//! The sections of CHANGELOG.md.

pub(crate) const CHANGELOG: &str = "CHANGELOG.md";

/// The heading of what is not released yet.
pub(crate) const UNRELEASED: &str = "## [Unreleased]";

/// The beginning of an entry for a breaking change.
pub(crate) const BREAKING: &str = "**Breaking:** ";

/// The text before the heading of unreleased changes, the text below it, and what follows.
pub(crate) fn divided(changelog: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = changelog.split_once(UNRELEASED)?;
    let end = rest.find("\n## ").unwrap_or(rest.len());
    let (unreleased, tail) = rest.split_at(end);
    Some((head, unreleased, tail))
}

/// The version of the first section.
pub(crate) fn last_version(released: &str) -> Option<&str> {
    let (_, heading) = released.split_once("\n## [")?;
    heading.split(']').next()
}

/// Whether one of these entries is for a breaking change.
pub(crate) fn is_breaking(entries: &str) -> bool {
    entries.contains(BREAKING.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_release_is_the_first_section() {
        let changelog = "# Changelog\n\n## [Unreleased]\n\n- New.\n\n## [0.2.0] - 2026-01-31\n\n- Old.\n\n## [0.1.0]\n";
        let (head, unreleased, tail) = divided(changelog).unwrap();
        assert_eq!((head, unreleased), ("# Changelog\n\n", "\n\n- New.\n"));
        assert_eq!(last_version(tail), Some("0.2.0"));
        assert_eq!(divided("# Changelog\n"), None);
    }
}
