//! The types that are sent and those that are received.

use std::collections::BTreeSet;

use super::{Api, Body, Type, TypeId};

impl Api {
    /// Types that are sent.
    pub(crate) fn sent(&self) -> BTreeSet<TypeId> {
        let mut sent = BTreeSet::new();
        for operation in &self.operations {
            for parameter in &operation.parameters {
                self.reach(&parameter.property.ty, &mut sent);
            }
            match &operation.body {
                None => {}
                Some(Body::Whole { ty, .. }) => self.reach(ty, &mut sent),
                Some(Body::Properties { properties, .. }) => {
                    for property in properties {
                        self.reach(&property.ty, &mut sent);
                    }
                }
            }
        }
        sent
    }

    /// Types that are received.
    pub(crate) fn received(&self) -> BTreeSet<TypeId> {
        let mut received = BTreeSet::new();
        for operation in &self.operations {
            for answer in operation.successes.iter().chain(&operation.errors) {
                if let Some(ty) = answer.content.ty() {
                    self.reach(ty, &mut received);
                }
            }
        }
        received
    }

    fn reach(&self, ty: &Type, reached: &mut BTreeSet<TypeId>) {
        let mut open: Vec<TypeId> = ty.named().into_iter().collect();
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                let types = self.type_def(id).shape.types();
                open.extend(types.into_iter().filter_map(Type::named));
            }
        }
    }
}
