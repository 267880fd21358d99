//! The version of a crate that follows from changes of its API, by Cargo's rules.

use std::fmt;
use std::str::FromStr;

use openapi_rust_client_generator::Verdict;

/// The version of a crate, without what follows a `+`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CrateVersion {
    major: u64,
    minor: u64,
    patch: u64,
}

impl CrateVersion {
    /// The version after these changes. Before 1.0, a breaking change is a new minor version, and anything else a new patch.
    #[must_use]
    pub fn after(self, verdict: Option<Verdict>) -> Self {
        let Self {
            major,
            minor,
            patch,
        } = self;
        let version = |major, minor, patch| Self {
            major,
            minor,
            patch,
        };
        let Some(verdict) = verdict else { return self };
        match (major, minor, verdict.is_breaking(), verdict) {
            (0, 0, _, _) | (_, _, false, Verdict::Documentation) => {
                version(major, minor, patch + 1)
            }
            (0, _, true, _) => version(0, minor + 1, 0),
            (0, _, false, _) => version(0, minor, patch + 1),
            (_, _, true, _) => version(major + 1, 0, 0),
            (_, _, false, _) => version(major, minor + 1, 0),
        }
    }
}

impl FromStr for CrateVersion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let end = text.find(['-', '+']).unwrap_or(text.len());
        if text[end..].starts_with('-') {
            return Err(format!(
                "`{text}` is a pre-release, from which no version follows; pass a version such as 0.3.1"
            ));
        }
        let numbers = text[..end].split('.').map(str::parse);
        match numbers.collect::<Result<Vec<u64>, _>>().as_deref() {
            Ok([major, minor, patch]) => Ok(Self {
                major: *major,
                minor: *minor,
                patch: *patch,
            }),
            _ => Err(format!("`{text}` is not a version such as 0.3.1")),
        }
    }
}

impl fmt::Display for CrateVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// `0.4.0+1.82.0`: the version after changes with this verdict, with the version of the API if it is valid there. The verdict is
/// the worst one on all changes since `current` was released, which may be more than those of one comparison.
#[must_use]
pub fn next_version(current: CrateVersion, worst: Option<Verdict>, api: &str) -> String {
    let next = current.after(worst);
    let is_valid = |char: char| char.is_ascii_alphanumeric() || ".-".contains(char);
    if api.chars().all(is_valid) && !api.split('.').any(str::is_empty) {
        format!("{next}+{api}")
    } else {
        next.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_the_rules_of_cargo() {
        let after = |version: &str, verdict| {
            let version: CrateVersion = version.parse().unwrap();
            version.after(verdict).to_string()
        };
        for (version, callers, addition, documentation) in [
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
            ("0.3.1", "0.4.0", "0.3.2", "0.3.2"),
            ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
        ] {
            assert_eq!(after(version, None), version);
            assert_eq!(after(version, Some(Verdict::BreaksCallers)), callers);
            assert_eq!(after(version, Some(Verdict::BreaksBehavior)), callers);
            assert_eq!(after(version, Some(Verdict::Addition)), addition);
            assert_eq!(after(version, Some(Verdict::Documentation)), documentation);
        }
        assert_eq!(after("0.3.1+1.80.0", Some(Verdict::Addition)), "0.3.2");
        for text in ["0.3", "1.2.3-rc.1"] {
            assert!(text.parse::<CrateVersion>().is_err(), "{text}");
        }
    }

    #[test]
    fn earlier_changes_that_are_not_released_count() {
        let current = "0.3.1".parse().unwrap();
        let earlier = Some(Verdict::BreaksCallers);
        let now = Some(Verdict::Documentation);
        assert_eq!(next_version(current, now, "1.82.0"), "0.3.2+1.82.0");
        assert_eq!(
            next_version(current, now.max(earlier), "1.82.0"),
            "0.4.0+1.82.0"
        );
        assert_eq!(
            next_version(current, earlier.max(None), "June 2026"),
            "0.4.0"
        );
    }
}
