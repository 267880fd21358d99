//! Where a type would contain itself, and so have no size.

use std::collections::BTreeSet;

use crate::api::{Api, Type, TypeId};

/// How far the walk has come with a type.
#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// It is on the way to the type that is looked at.
    Open,
    Done,
}

/// The properties and variants that close a circle, found by walking from each type in order: one box for each circle.
///
/// The way is kept in a list, for a document may lead through more types than calls may be nested.
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
                // An array or a map holds its items elsewhere.
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
