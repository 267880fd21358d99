//! Claims of names that are kept from an earlier version of the document.

use std::collections::BTreeMap;

use super::namespace::{Namespace, exact_first};
use crate::options::{KeptNames, Key, NameKind};

/// A namespace whose names belong to keys. Names that were kept for a key come first.
#[derive(Debug)]
pub(super) struct Claims {
    namespace: Namespace,
    kept: KeptNames,
    /// The name of each key, for the next version.
    given: KeptNames,
}

impl Claims {
    /// Reserves the kept names of the keys that exist, unless they are reserved already.
    pub(super) fn new(
        mut namespace: Namespace,
        names: &KeptNames,
        keys: impl IntoIterator<Item = Key>,
    ) -> Self {
        let mut kept = KeptNames::default();
        if !names.is_empty() {
            for key in keys {
                if let Some(name) = names.get(&key)
                    && namespace.reserve(name)
                {
                    kept.insert(key, name.to_owned());
                }
            }
        }
        Self {
            namespace,
            kept,
            given: KeptNames::default(),
        }
    }

    /// The name of a key: the kept one, or else one that is chosen.
    pub(super) fn claim(
        &mut self,
        key: Key,
        choose: impl FnOnce(&mut Namespace) -> String,
    ) -> String {
        let name = self.kept.remove(&key);
        let name = name.unwrap_or_else(|| choose(&mut self.namespace));
        self.given.insert(key, name.clone());
        name
    }

    /// The names of many keys, each with its text in the document and its Rust name.
    pub(super) fn claim_all(&mut self, names: &[(Key, &str, String)]) -> Vec<String> {
        let mut claimed = vec![String::new(); names.len()];
        for index in exact_first(names.iter().map(|(_, text, name)| (*text, &**name))) {
            let (key, _, name) = &names[index];
            claimed[index] = self.claim(key.clone(), |namespace| namespace.claim(name.clone()));
        }
        claimed
    }

    pub(super) fn into_given(self) -> KeptNames {
        self.given
    }
}

/// The keys of an owner's members, by their names in the document. Members of one name get numbers.
pub(super) fn keys_of_members<'m>(
    owner: &Key,
    names: impl IntoIterator<Item = &'m str>,
) -> Vec<Key> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let keys = names.into_iter().map(|name| {
        let count = counts.entry(name).or_default();
        *count += 1;
        match *count {
            1 => owner.with_member(name),
            count => owner.with_member(&format!("{name} {count}")),
        }
    });
    keys.collect()
}

/// The kinds of names for a member that is set by methods: its own, its setter, and the setter for null.
pub(super) type SetterKinds = [NameKind; 3];
pub(super) const OF_TYPE: SetterKinds = [NameKind::Member, NameKind::Setter, NameKind::Null];
pub(super) const OF_OPERATION: SetterKinds =
    [NameKind::Input, NameKind::InputSetter, NameKind::InputNull];
