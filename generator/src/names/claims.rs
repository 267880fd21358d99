//! Claims of names that are kept from an earlier version of the document.

use std::collections::{BTreeMap, BTreeSet};

use super::namespace::{Namespace, exact_first};
use crate::api::{Api, Operation};

/// A namespace whose names belong to keys. Names that were kept for a key come first.
#[derive(Debug)]
pub(super) struct Claims {
    namespace: Namespace,
    kept: BTreeMap<String, String>,
    /// The name of each key, for the next version.
    given: BTreeMap<String, String>,
}

impl Claims {
    /// Reserves the kept names of the keys that exist, unless they are reserved already.
    pub(super) fn new(
        mut namespace: Namespace,
        kept: &BTreeMap<String, String>,
        keys: &BTreeSet<String>,
    ) -> Self {
        let kept = kept.iter().filter(|(key, _)| keys.contains(*key));
        let kept = kept.filter(|(_, name)| namespace.reserve(name));
        let kept = kept
            .map(|(key, name)| (key.clone(), name.clone()))
            .collect();
        Self {
            namespace,
            kept,
            given: BTreeMap::new(),
        }
    }

    /// The name of a key: the kept one, or else one that is chosen.
    pub(super) fn claim(
        &mut self,
        key: String,
        choose: impl FnOnce(&mut Namespace) -> String,
    ) -> String {
        let name = self.kept.remove(&key);
        let name = name.unwrap_or_else(|| choose(&mut self.namespace));
        self.given.entry(key).or_insert_with(|| name.clone());
        name
    }

    /// The names of many keys, each with its text in the document and its Rust name.
    pub(super) fn claim_all(&mut self, names: &[(String, &str, String)]) -> Vec<String> {
        let mut claimed = vec![String::new(); names.len()];
        for index in exact_first(names.iter().map(|(_, text, name)| (*text, &**name))) {
            let (key, _, name) = &names[index];
            claimed[index] = self.claim(key.clone(), |namespace| namespace.claim(name.clone()));
        }
        claimed
    }

    pub(super) fn into_given(self) -> BTreeMap<String, String> {
        self.given
    }
}

/// The words for the types of an operation, in their keys.
const TYPES_OF_OPERATIONS: [&str; 4] = ["request", "call", "response", "error"];

/// The key of a type, by its name in the document.
pub(super) fn key_of_type(name: &str) -> String {
    format!("type {name}")
}

/// The key of the method for an operation.
pub(super) fn key_of_method(operation: &Operation) -> String {
    format!("operation {}", operation.id)
}

/// The key of one of the types for an operation.
pub(super) fn key(operation: &Operation, word: &str) -> String {
    format!("operation {} {word}", operation.id)
}

/// The keys of all types.
pub(super) fn keys_of_types(api: &Api) -> BTreeSet<String> {
    let types = api.types.values().map(|def| key_of_type(&def.name));
    let operations = api
        .operations
        .iter()
        .flat_map(|operation| TYPES_OF_OPERATIONS.map(|word| key(operation, word)));
    types.chain(operations).collect()
}

/// The keys of all methods.
pub(super) fn keys_of_methods(api: &Api) -> BTreeSet<String> {
    api.operations.iter().map(key_of_method).collect()
}
