//! Types that would contain themselves and have infinite size.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Type, TypeId};

/// The state of a type that the walk has reached.
enum State {
    /// The type is on the path to the current type.
    Open,
    Done,
}

/// The properties and variants that close a cycle, found by a walk from each type in order: one box for each cycle.
///
/// The path is kept in a list instead of the call stack, because a document may have very long paths.
pub(super) fn find(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let mut states: BTreeMap<TypeId, State> = BTreeMap::new();
    let mut boxed = BTreeSet::new();
    let mut way = Vec::new();
    let parts = |id: TypeId| api.type_def(id).shape.types().into_iter().enumerate();
    for start in api.type_ids() {
        if let Entry::Vacant(state) = states.entry(start) {
            state.insert(State::Open);
            way.push((start, parts(start)));
        }
        while let Some((id, rest)) = way.last_mut() {
            let id = *id;
            match rest.next() {
                // Arrays and maps keep their items on the heap.
                Some((index, Type::Named(inner))) => match states.get(inner) {
                    None => {
                        states.insert(*inner, State::Open);
                        way.push((*inner, parts(*inner)));
                    }
                    Some(State::Open) => drop(boxed.insert((id, index))),
                    Some(State::Done) => {}
                },
                Some(_) => {}
                None => {
                    states.insert(id, State::Done);
                    way.pop();
                }
            }
        }
    }
    boxed
}
