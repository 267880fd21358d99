//! The tags that need each part of a crate, so that a program compiles only the parts that it uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Body, DefinedIn, OperationId, Type, TypeId};

/// The condition under which a part of the crate is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    Always,
    /// With any of these tags, by their index in the list of tags.
    Any(BTreeSet<usize>),
    /// With all of these tags.
    All(BTreeSet<usize>),
}

impl Condition {
    fn or(&mut self, other: &Self) {
        match (&mut *self, other) {
            (Self::Any(tags), Self::Any(more)) => tags.extend(more),
            _ => *self = Self::Always,
        }
    }
}

/// The conditions of all operations and types. Without tags, everything is always compiled.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    pub(crate) tags: Vec<String>,
    modules: BTreeMap<Module, Condition>,
}

/// The subject of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Module {
    Type(TypeId),
    Operation(OperationId),
}

impl Conditions {
    /// Derives conditions from the tags of operations. A type has the tags of the operations that need it. A type that no
    /// operation needs is compiled if everything that it needs itself is compiled.
    pub(super) fn of_tags<'a>(api: &'a Api, always: impl IntoIterator<Item = &'a Type>) -> Self {
        let mut conditions = Self::default();
        let modules = Modules::of(api);
        for ty in always {
            let reached = modules.reached(ty.named().map(|id| modules.of_type[&id]));
            conditions.need(reached, &Condition::Always);
        }
        for id in api.operation_ids() {
            let mut tags = BTreeSet::new();
            for tag in &api.operation(id).tags {
                let known = conditions.tags.iter().position(|known| known == tag);
                tags.insert(known.unwrap_or(conditions.tags.len()));
                if known.is_none() {
                    conditions.tags.push(tag.clone());
                }
            }
            let condition = if tags.is_empty() {
                Condition::Always
            } else {
                Condition::Any(tags)
            };
            let reached = modules.reached([Module::Operation(id)]);
            conditions.need(reached, &condition);
        }
        conditions.settle_the_rest(&modules);
        conditions
    }

    fn settle_the_rest(&mut self, modules: &Modules) {
        let mut others = BTreeMap::new();
        for module in modules.of_type.values().copied() {
            if self.modules.contains_key(&module) {
                continue;
            }
            let reached = modules.reached([module]);
            let conditions = reached.iter().filter_map(|module| self.modules.get(module));
            let tags = conditions.filter_map(|condition| match condition {
                Condition::Any(tags) => Some(tags),
                Condition::Always | Condition::All(_) => None,
            });
            let tags: BTreeSet<usize> = tags.flatten().copied().collect();
            if !tags.is_empty() {
                others.insert(module, Condition::All(tags));
            }
        }
        self.modules.extend(others);
    }

    fn need(&mut self, modules: BTreeSet<Module>, condition: &Condition) {
        for module in modules {
            let known = self.modules.entry(module);
            known
                .and_modify(|known| known.or(condition))
                .or_insert_with(|| condition.clone());
        }
    }

    pub(crate) fn of_operation(&self, id: OperationId) -> &Condition {
        self.of_module(Module::Operation(id))
    }

    /// The condition of a type that has its own file.
    pub(crate) fn of_type(&self, id: TypeId) -> &Condition {
        self.of_module(Module::Type(id))
    }

    fn of_module(&self, module: Module) -> &Condition {
        self.modules.get(&module).unwrap_or(&Condition::Always)
    }
}

/// The files that each file needs.
struct Modules {
    /// Not a list, because some numbers of types are not in use.
    of_type: BTreeMap<TypeId, Module>,
    needed: BTreeMap<Module, BTreeSet<Module>>,
}

impl Modules {
    fn of(api: &Api) -> Self {
        let of_type = api.type_ids().map(|id| (id, module_of(api, id)));
        let of_type: BTreeMap<TypeId, Module> = of_type.collect();
        let mut needed: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        let mut need = |module: Module, ty: &Type| {
            let other = ty.named().map(|id| of_type[&id]);
            needed.entry(module).or_default().extend(other);
        };
        for id in api.type_ids() {
            for ty in api.type_def(id).shape.types() {
                need(of_type[&id], ty);
            }
        }
        for id in api.operation_ids() {
            let operation = api.operation(id);
            let module = Module::Operation(id);
            for parameter in &operation.parameters {
                need(module, &parameter.property.ty);
            }
            match &operation.body {
                None => {}
                Some(Body::Whole { ty, .. }) => need(module, ty),
                Some(Body::Properties { properties, .. }) => {
                    for property in properties {
                        need(module, &property.ty);
                    }
                }
            }
            let responses = operation.successes.iter().chain(&operation.errors);
            responses
                .filter_map(|response| response.content.ty())
                .for_each(|ty| need(module, ty));
        }
        for id in api.operation_ids() {
            // The enums of its responses are defined there.
            let base = api.operation(id).variant_of.map(Module::Operation);
            needed
                .entry(Module::Operation(id))
                .or_default()
                .extend(base);
        }
        Self { of_type, needed }
    }

    /// Some modules and everything that they need, directly or indirectly.
    fn reached(&self, from: impl IntoIterator<Item = Module>) -> BTreeSet<Module> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<Module> = from.into_iter().collect();
        while let Some(module) = open.pop() {
            if reached.insert(module) {
                open.extend(self.needed.get(&module).into_iter().flatten());
            }
        }
        reached
    }
}

fn module_of(api: &Api, id: TypeId) -> Module {
    match api.type_def(id).defined_in {
        DefinedIn::OwnFile => Module::Type(id),
        DefinedIn::Type(outer) => module_of(api, outer),
        DefinedIn::Operation(operation) => Module::Operation(operation),
    }
}
