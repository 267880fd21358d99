//! The types that are sent and those that are received.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, Body, DefinedIn, Operation, Type, TypeId};

impl Api {
    /// Types that are sent.
    pub(crate) fn sent(&self) -> BTreeSet<TypeId> {
        let mut sent = BTreeSet::new();
        for ty in self.operations.iter().flat_map(Operation::sent) {
            self.reach(ty, &mut sent);
        }
        sent
    }

    /// Types that are received.
    pub(crate) fn received(&self) -> BTreeSet<TypeId> {
        let mut received = BTreeSet::new();
        for operation in &self.operations {
            let responses = operation.successes.iter().chain(&operation.errors);
            for ty in responses.filter_map(|response| response.content.ty()) {
                self.reach(ty, &mut received);
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

    /// Types whose values contain some of a user-defined type.
    pub(crate) fn reaching_external(&self) -> BTreeSet<TypeId> {
        let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        let mut open = Vec::new();
        for id in self.type_ids() {
            let types = self.type_def(id).shape.types();
            if types.iter().any(|ty| ty.is_external()) {
                open.push(id);
            }
            for used in types.into_iter().filter_map(Type::named) {
                users.entry(used).or_default().push(id);
            }
        }
        let mut reaching = BTreeSet::new();
        while let Some(id) = open.pop() {
            if reaching.insert(id) {
                open.extend(users.remove(&id).unwrap_or_default());
            }
        }
        reaching
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

impl Operation {
    /// The types of its inputs.
    pub(crate) fn sent(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter();
        let mut types: Vec<&Type> = parameters.map(|parameter| &parameter.property.ty).collect();
        match &self.body {
            None => {}
            Some(Body::Whole { ty, .. }) => types.push(ty),
            Some(Body::Properties {
                properties, rest, ..
            }) => {
                let properties = properties.iter().chain(rest.as_deref());
                types.extend(properties.map(|property| &property.ty));
            }
        }
        types
    }
}
