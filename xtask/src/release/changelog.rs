//! The section of a release in the changelog.

use anyhow::{Context, Result, ensure};

use crate::changelog::UNRELEASED;

/// The changelog with its unreleased entries as a section of this version.
pub(super) fn released(changelog: &str, version: &str, date: &str) -> Result<String> {
    ensure!(
        !has(changelog, version),
        "CHANGELOG.md has version {version} already"
    );
    let (before, rest) = changelog
        .split_once(UNRELEASED)
        .with_context(|| format!("CHANGELOG.md has no section `{UNRELEASED}`"))?;
    let entries = rest.split("\n## ").next().unwrap_or_default();
    ensure!(
        !entries.trim().is_empty(),
        "CHANGELOG.md has nothing unreleased"
    );
    Ok(format!(
        "{before}{UNRELEASED}\n\n## [{version}] - {date}{rest}"
    ))
}

/// Whether a version was released.
pub(super) fn has(changelog: &str, version: &str) -> bool {
    changelog.contains(&format!("\n## [{version}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- New.\n\n## [0.1.0] - 2025-01-01\n\n- Old.\n";

    #[test]
    fn unreleased_entries_become_a_section() {
        assert_eq!(
            released(CHANGELOG, "0.2.0", "2026-01-31").unwrap(),
            "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-01-31\n\n### Added\n\n- New.\n\n## [0.1.0] - 2025-01-01\n\n- Old.\n"
        );
    }

    #[test]
    fn a_release_needs_entries_and_a_new_version() {
        let error = |changelog: &str, version| {
            released(changelog, version, "2026-01-31")
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            error(CHANGELOG, "0.1.0"),
            "CHANGELOG.md has version 0.1.0 already"
        );
        let empty = CHANGELOG.replace("### Added\n\n- New.\n\n", "");
        assert_eq!(
            error(&empty, "0.2.0"),
            "CHANGELOG.md has nothing unreleased"
        );
    }
}
