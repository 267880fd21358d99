//! The types that are sent and those that are received.

use std::collections::BTreeSet;

use super::{Api, Body, DefinedIn, Type, TypeId};

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
                Some(Body::Properties {
                    properties, rest, ..
                }) => {
                    for property in properties.iter().chain(rest.as_deref()) {
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
            for response in operation.successes.iter().chain(&operation.errors) {
                if let Some(ty) = response.content.ty() {
                    self.reach(ty, &mut received);
                }
            }
        }
        received
    }

    /// Some types, with all types that they refer to and those whose files they are in.
    pub(crate) fn with_dependencies(&self, types: BTreeSet<TypeId>) -> BTreeSet<TypeId> {
        let mut open: Vec<TypeId> = types.into_iter().collect();
        let mut all = BTreeSet::new();
        while let Some(id) = open.pop() {
            if all.insert(id) {
                let def = self.type_def(id);
                open.extend(def.shape.types().into_iter().filter_map(Type::named));
                if let DefinedIn::Type(defined_in) = def.defined_in {
                    open.push(defined_in);
                }
            }
        }
        all
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
