//! Types of error bodies.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Operation, Type, TypeId};
use crate::options::{KeptNames, Key, NameKind};

/// All named types of error bodies.
pub(super) fn all(api: &Api) -> BTreeSet<TypeId> {
    let responses = api
        .operations
        .iter()
        .flat_map(|operation| &operation.errors);
    let types = responses.filter_map(|response| response.content.json());
    let named = types.filter(|ty| matches!(ty, Type::Named(_)));
    named.filter_map(Type::named).collect()
}

/// The error type of the crate: that of an earlier version if it is still in use, or else the one that most operations have.
pub(super) fn common(api: &Api, kept: &KeptNames) -> Option<Type> {
    // Operations for other content types repeat the errors.
    let operations = api
        .operations
        .iter()
        .filter(|operation| operation.variant_of.is_none());
    let mut total = 0;
    let mut uses: BTreeMap<TypeId, usize> = BTreeMap::new();
    for operation in operations {
        total += 1;
        if let Some(Type::Named(id)) = Operation::error(operation) {
            *uses.entry(*id).or_default() += 1;
        }
    }
    if let Some(name) = kept.get(&Key::of_client(NameKind::ErrorType, "")) {
        let same = uses.keys().find(|id| api.type_key(**id) == name);
        if name.is_empty() || same.is_some() {
            return same.map(|id| Type::Named(*id));
        }
    }
    let most = uses.into_iter().find(|(_, uses)| uses * 2 > total);
    most.map(|(id, _)| Type::Named(id))
}
