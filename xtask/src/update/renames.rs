//! Properties and parameters that have another name.

use openapi_rust_client_generator::{Change, ChangeKind, Comparison};
use serde_json::{Map, Value};
use xtask::recordings;

/// Renames that are plausible, because something of the same type is gone.
#[derive(Default)]
pub(super) struct Renames {
    renames: Vec<Rename>,
}

struct Rename {
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

    /// The plausible new name of a property that is gone: the comparison found it, or of the new properties only this one has
    /// its schema.
    pub(super) fn new_name(
        &self,
        name: &str,
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) -> Option<String> {
        let is_new = |new: &str| after.contains_key(new) && !before.contains_key(new);
        let mut known = self.renames.iter().map(|rename| &rename.names);
        if let Some((_, new)) = known.find(|(old, new)| old == name && is_new(new)) {
            return Some(new.clone());
        }
        let schema = before.get(name)?;
        let only = |these: &Map<String, Value>, others: &Map<String, Value>| {
            let same = these.iter().filter(|(_, other)| *other == schema);
            let mut same = same.filter(|(name, _)| !others.contains_key(*name));
            let first = same.next().map(|(name, _)| name.clone())?;
            same.next().is_none().then_some(first)
        };
        only(before, after)?;
        only(after, before)
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
