//! Properties and parameters that have another name.

use openapi_rust_client_generator::{Change, ChangeKind, Code, Comparison, Diagnostic};
use serde_json::Value;
use xtask::recordings;

use super::walk::places;

/// Renames that are plausible, because something of the same type is gone.
#[derive(Default)]
pub(super) struct Renames {
    renames: Vec<Rename>,
}

struct Rename {
    /// JSON pointers to the old and the new place.
    places: (String, String),
    names: (String, String),
    /// The Rust type, or the method of the operation.
    owner: String,
}

impl Renames {
    pub(super) fn of(comparison: &Comparison, previous: &Value, facts: &Value) -> Self {
        let changes = comparison.changes.iter().filter(|change| {
            [
                ChangeKind::FieldRenamed,
                ChangeKind::InputRenamed,
                ChangeKind::WireName,
            ]
            .contains(&change.kind)
        });
        let renames = changes.filter_map(|change| Rename::of(change, previous, facts));
        Self {
            renames: renames.collect(),
        }
    }

    /// Names the new place of descriptions that have no place.
    pub(super) fn explain(&self, findings: &mut [Diagnostic], previous: &Value, facts: &Value) {
        if self.renames.is_empty() {
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
            let moved = moved.and_then(|(name, moved)| {
                let place = new.iter().find(|place| place.pointer == moved)?;
                Some((name, place))
            });
            if let Some((name, place)) = moved {
                finding.help = format!(
                    "if it was renamed to `{name}`, change the target to `{}`",
                    place.target
                );
            }
        }
    }

    /// The new name, and the new pointer to a place.
    pub(super) fn moved(&self, pointer: &str) -> Option<(&str, String)> {
        let mut moves = self.renames.iter();
        moves.find_map(|rename| {
            let below = pointer.strip_prefix(rename.places.0.as_str())?;
            let is_part = below.is_empty() || below.starts_with('/');
            is_part.then(|| (&*rename.names.1, format!("{}{below}", rename.places.1)))
        })
    }

    /// The same for recordings.
    pub(super) fn of_recordings(&self) -> recordings::Renames {
        let mut renames = recordings::Renames::default();
        for rename in &self.renames {
            renames.insert(&rename.owner, &rename.names.0, &rename.names.1);
        }
        renames
    }
}

impl Rename {
    fn of(change: &Change, previous: &Value, facts: &Value) -> Option<Self> {
        let pointer = |pointer: &str| Some(pointer.strip_prefix('#')?.to_owned());
        let old = pointer(&change.old.as_ref()?.pointer)?;
        let new = pointer(&change.new.as_ref()?.pointer)?;
        let names = (name(&old, previous)?, name(&new, facts)?);
        let owner = change.item.split(['.', '(']).next().unwrap_or_default();
        (names.0 != names.1).then(|| Self {
            places: (old, new),
            names,
            owner: owner.to_owned(),
        })
    }
}

/// The name of the property or the parameter that a JSON pointer leads to.
fn name(pointer: &str, document: &Value) -> Option<String> {
    let (above, name) = pointer.rsplit_once('/')?;
    if above.ends_with("/properties") {
        return Some(name.replace("~1", "/").replace("~0", "~"));
    }
    let parameter = document.pointer(pointer)?;
    parameter.get("in")?;
    Some(parameter.get("name")?.as_str()?.to_owned())
}
