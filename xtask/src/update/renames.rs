//! Properties that have another name.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client_generator::{ChangeKind, Code, Comparison, Diagnostic};
use serde_json::Value;

use super::walk::places;

/// The places of such properties.
#[derive(Default)]
pub(super) struct Renames {
    /// JSON pointers to the new places, by those to the old ones.
    places: BTreeMap<String, String>,
}

impl Renames {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let changes = comparison.changes.iter().filter(|change| {
            [
                ChangeKind::FieldRenamed,
                ChangeKind::InputRenamed,
                ChangeKind::WireName,
            ]
            .contains(&change.kind)
        });
        let places = changes.filter_map(|change| {
            let pointer = |pointer: &str| Some(pointer.strip_prefix('#')?.to_owned());
            let old = pointer(&change.old.as_ref()?.pointer)?;
            let new = pointer(&change.new.as_ref()?.pointer)?;
            (property(&old)? != property(&new)?).then_some((old, new))
        });
        Self {
            places: places.collect(),
        }
    }

    /// Names the new place of descriptions that have no place.
    pub(super) fn explain(&self, findings: &mut [Diagnostic], previous: &Value, facts: &Value) {
        if self.places.is_empty() {
            return;
        }
        let (old, new) = (places(previous), places(facts));
        let findings = findings.iter_mut();
        for finding in findings.filter(|finding| finding.code == Code::OptionalAction) {
            let target = finding.message.split('`').nth(1);
            let place = old
                .iter()
                .find(|place| Some(place.target.as_str()) == target);
            let moved = place.and_then(|place| self.moved(&place.pointer));
            let moved = moved.and_then(|moved| new.iter().find(|place| place.pointer == moved));
            if let Some(moved) = moved {
                finding.help = format!("it belongs to `{}` now: change the target", moved.target);
            }
        }
    }

    /// The new pointer to a place, in which a property may have another name.
    fn moved(&self, pointer: &str) -> Option<String> {
        let mut moves = self.places.iter();
        moves.find_map(|(old, new)| {
            let below = pointer.strip_prefix(old.as_str())?;
            (below.is_empty() || below.starts_with('/')).then(|| format!("{new}{below}"))
        })
    }

    /// Names the new name of recorded members that are gone.
    pub(super) fn explain_recordings(&self, problems: &mut [String]) {
        let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (old, new) in &self.places {
            if let (Some(old), Some(new)) = (property(old), property(new)) {
                names.entry(old).or_default().insert(new);
            }
        }
        for problem in problems {
            let Some((member, _)) = problem.split_once(" is gone: ") else {
                continue;
            };
            let at = member.split(" of the re").next().unwrap_or_default();
            let new = at.rsplit('/').next().and_then(|name| names.get(name));
            let new = new.into_iter().flatten().map(|name| format!("`{name}`"));
            let new: Vec<String> = new.collect();
            if !new.is_empty() {
                *problem = format!("{member} is gone: rename it to {}", new.join(" or "));
            }
        }
    }
}

/// The name of the property that a JSON pointer leads to.
fn property(pointer: &str) -> Option<&str> {
    let (above, name) = pointer.rsplit_once('/')?;
    above.ends_with("/properties").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_members_get_their_new_names() {
        let place = |name: &str| format!("/components/schemas/User/properties/{name}");
        let renames = Renames {
            places: BTreeMap::from([(place("old"), place("new"))]),
        };
        let mut problems = [
            "a.har, entry 1: /user/old of the response is gone: remove it".to_owned(),
            "a.har, entry 1: /user/other of the response is gone: remove it".to_owned(),
        ];
        renames.explain_recordings(&mut problems);
        assert_eq!(
            problems,
            [
                "a.har, entry 1: /user/old of the response is gone: rename it to `new`",
                "a.har, entry 1: /user/other of the response is gone: remove it",
            ]
        );
    }
}
