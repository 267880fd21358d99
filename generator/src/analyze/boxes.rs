//! Types that would contain themselves and have infinite size.

use std::collections::BTreeSet;

use crate::api::{Api, Type, TypeId};

/// The state of a type during the walk.
#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// The type is on the path to the current type.
    Open,
    Done,
}

/// The properties and variants that close a cycle, found by a walk from each type in order: one box for each cycle.
///
/// The path is kept in a list instead of the call stack, because a document may have very long paths.
pub(super) fn find(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let mut states = vec![State::New; api.types.len()];
    let mut boxed = BTreeSet::new();
    let mut way = Vec::new();
    let parts = |id: TypeId| api.type_def(id).shape.types().into_iter().enumerate();
    for start in api.type_ids() {
        if states[start.0] == State::New {
            states[start.0] = State::Open;
            way.push((start, parts(start)));
        }
        while let Some((id, rest)) = way.last_mut() {
            let id = *id;
            match rest.next() {
                // Arrays and maps keep their items on the heap.
                Some((index, Type::Named(inner))) => match states[inner.0] {
                    State::New => {
                        states[inner.0] = State::Open;
                        way.push((*inner, parts(*inner)));
                    }
                    State::Open => drop(boxed.insert((id, index))),
                    State::Done => {}
                },
                Some(_) => {}
                None => {
                    states[id.0] = State::Done;
                    way.pop();
                }
            }
        }
    }
    boxed
}
