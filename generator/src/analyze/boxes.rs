//! Where a type would contain itself, and so have no size.

use std::collections::BTreeSet;

use crate::api::{Api, Type, TypeId};

/// The properties and variants that close a circle, found by walking from each type in order: one box for each circle.
pub(super) fn find(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let mut walk = Walk {
        api,
        open: Vec::new(),
        done: BTreeSet::new(),
        boxed: BTreeSet::new(),
    };
    api.type_ids().for_each(|id| walk.visit(id));
    walk.boxed
}

struct Walk<'a> {
    api: &'a Api,
    open: Vec<TypeId>,
    done: BTreeSet<TypeId>,
    boxed: BTreeSet<(TypeId, usize)>,
}

impl Walk<'_> {
    fn visit(&mut self, id: TypeId) {
        if !self.done.insert(id) {
            return;
        }
        self.open.push(id);
        for (index, ty) in self.api.type_def(id).shape.types().into_iter().enumerate() {
            // An array or a map holds its items elsewhere.
            let Type::Named(inner) = ty else {
                continue;
            };
            if self.open.contains(inner) {
                self.boxed.insert((id, index));
            } else {
                self.visit(*inner);
            }
        }
        self.open.pop();
    }
}
