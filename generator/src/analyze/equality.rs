//! Types whose values cannot implement `Eq` and `Hash`.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Type, TypeId};

/// The types that contain a value without total equality, directly or through other types.
pub(super) fn without(api: &Api) -> BTreeSet<TypeId> {
    let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for id in api.type_ids() {
        for ty in api.type_def(id).shape.types() {
            match ty.named() {
                Some(inner) => users.entry(inner).or_default().push(id),
                None if has_equality(ty) => {}
                None => open.push(id),
            }
        }
    }
    let mut without = BTreeSet::new();
    while let Some(id) = open.pop() {
        if without.insert(id) {
            open.extend(users.get(&id).into_iter().flatten());
        }
    }
    without
}

/// Whether an unnamed type has total equality. A user-defined type may not have it.
pub(super) fn has_equality(ty: &Type) -> bool {
    match ty {
        Type::Number | Type::Binary | Type::External(_) => false,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => has_equality(inner),
        _ => true,
    }
}
