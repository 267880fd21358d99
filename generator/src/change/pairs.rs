//! The items that are in both versions. Programs know items by their Rust names, so these come first. Where a name is gone, an item
//! may have been renamed: an operation has the same route then, and a type the same place or the same shape.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Side;
use crate::api::{Content, DefinedIn, Object, OperationId, Shape, Type, TypeId, Union, Variant};

/// The items of the old version that are in the new one, each with its pair.
#[derive(Clone, Debug)]
pub(super) struct Pairing<Id> {
    to_new: BTreeMap<Id, Id>,
    new: BTreeSet<Id>,
}

impl<Id> Default for Pairing<Id> {
    fn default() -> Self {
        Self {
            to_new: BTreeMap::new(),
            new: BTreeSet::new(),
        }
    }
}

impl<Id: Copy + Ord> Pairing<Id> {
    /// Adds a pair, unless one of the two has another pair.
    fn add(&mut self, old: Id, new: Id) -> bool {
        let is_free = !self.has_old(old) && !self.has_new(new);
        if is_free {
            self.to_new.insert(old, new);
            self.new.insert(new);
        }
        is_free
    }

    pub(super) fn get(&self, old: Id) -> Option<Id> {
        self.to_new.get(&old).copied()
    }

    pub(super) fn has_old(&self, id: Id) -> bool {
        self.to_new.contains_key(&id)
    }

    pub(super) fn has_new(&self, id: Id) -> bool {
        self.new.contains(&id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Id, Id)> + '_ {
        self.to_new.iter().map(|(old, new)| (*old, *new))
    }
}

/// The operations and types that are in both versions.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) operations: Pairing<OperationId>,
    pub(super) types: Pairing<TypeId>,
    /// New names of types, by their old names.
    pub(super) renamed: BTreeMap<String, String>,
}

impl Pairs {
    pub(super) fn find(old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut pairs = Self {
            operations: operations(old, new),
            ..Self::default()
        };
        pairs.add_by_name(old, new);
        pairs.add_by_place(old, new);
        pairs.add_by_shape(old, new);
        // The parts of such types are in the same place as well.
        pairs.add_by_place(old, new);
        pairs.name(old, new);
        pairs
    }

    /// Pairs types by their Rust names. A schema whose Rust name went to another schema keeps its pair.
    fn add_by_name(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let schema = |side: &Side<'_>, id: TypeId| {
            let def = side.api.type_def(id);
            (def.defined_in == DefinedIn::OwnFile).then(|| def.name.clone())
        };
        let ids = new.api.type_ids();
        let by_schema: BTreeMap<String, TypeId> =
            ids.filter_map(|id| Some((schema(new, id)?, id))).collect();
        let ids = new.api.type_ids();
        let by_ident: BTreeMap<&str, TypeId> = ids.map(|id| (new.ident(id), id)).collect();
        for id in old.api.type_ids() {
            let of_schema = schema(old, id).and_then(|name| by_schema.get(&name));
            if let Some(same) = of_schema {
                self.types.add(id, *same);
            }
        }
        for id in old.api.type_ids() {
            if let Some(same) = by_ident.get(old.ident(id)) {
                self.types.add(id, *same);
            }
        }
    }

    /// Pairs types that are used in the same place.
    fn add_by_place(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let mut open: Vec<(TypeId, TypeId)> = self.types.iter().collect();
        for (old_id, new_id) in self.operations.clone().iter() {
            let inputs = (
                old.analysis.inputs_of(old_id),
                new.analysis.inputs_of(new_id),
            );
            let renamed = self.types_of_renamed_inputs((old, new), inputs.0, inputs.1);
            let same = types_of_operations(old, new, old_id, new_id).into_iter();
            for (left, right) in same.chain(renamed) {
                self.add_types(old, new, left, right, &mut open);
            }
        }
        while let Some((old_id, new_id)) = open.pop() {
            let shapes = (
                &old.api.type_def(old_id).shape,
                &new.api.type_def(new_id).shape,
            );
            let inner = match shapes {
                (Shape::Object(left), Shape::Object(right)) => {
                    let properties = (&left.properties, &right.properties);
                    let renamed =
                        self.types_of_renamed_properties((old, new), properties.0, properties.1);
                    let same = types_of_objects(left, right).into_iter();
                    same.chain(renamed).collect()
                }
                (Shape::Union(left), Shape::Union(right)) => {
                    types_of_unions((old, new), left, right)
                }
                _ => Vec::new(),
            };
            for (left, right) in inner {
                self.add_types(old, new, left, right, &mut open);
            }
        }
    }

    fn add_types(
        &mut self,
        old: &Side<'_>,
        new: &Side<'_>,
        left: &Type,
        right: &Type,
        open: &mut Vec<(TypeId, TypeId)>,
    ) {
        match (left, right) {
            (
                Type::Array(left) | Type::Map(left) | Type::Nullable(left),
                Type::Array(right) | Type::Map(right) | Type::Nullable(right),
            ) => self.add_types(old, new, left, right, open),
            (Type::Nullable(left), right) => self.add_types(old, new, left, right, open),
            (left, Type::Nullable(right)) => self.add_types(old, new, left, right, open),
            (Type::Named(left), Type::Named(right)) => {
                let shapes = (
                    &old.api.type_def(*left).shape,
                    &new.api.type_def(*right).shape,
                );
                let is_same_kind =
                    std::mem::discriminant(shapes.0) == std::mem::discriminant(shapes.1);
                if is_same_kind && self.types.add(*left, *right) {
                    open.push((*left, *right));
                }
            }
            _ => {}
        }
    }

    /// Pairs types of the same shape, if there is only one of it in each version.
    fn add_by_shape(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let left = old.api.type_ids().filter(|id| !self.types.has_old(*id));
        let left = unique(left.filter_map(|id| Some((shape(old, id)?, id))));
        let right = new.api.type_ids().filter(|id| !self.types.has_new(*id));
        let right = unique(right.filter_map(|id| Some((shape(new, id)?, id))));
        for (shape, id) in left {
            if let Some(same) = right.get(&shape) {
                self.types.add(id, *same);
            }
        }
    }

    fn name(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let types = self
            .types
            .iter()
            .map(|(left, right)| (old.ident(left), new.ident(right)));
        let types = types.map(|(left, right)| (left.to_owned(), right.to_owned()));
        let mut renamed: Vec<(String, String)> = types.collect();
        for (left, right) in self.operations.iter() {
            let (left, right) = (old.names.of_operation(left), new.names.of_operation(right));
            renamed.push((left.request.clone(), right.request.clone()));
            for (left, right) in [
                (&left.responses, &right.responses),
                (&left.errors, &right.errors),
            ] {
                if let (Some(left), Some(right)) = (left, right) {
                    renamed.push((left.ident.clone(), right.ident.clone()));
                }
            }
        }
        renamed.retain(|(left, right)| left != right);
        self.renamed = renamed.into_iter().collect();
    }
}

/// A rule by which a member of the old version is the same as one of the new version.
pub(super) type Rule<'r, T> = &'r dyn Fn(&T, &T) -> bool;

/// Members that are in both versions, and those that are only in one.
pub(super) struct Members<T> {
    pub(super) same: Vec<(T, T)>,
    pub(super) gone: Vec<T>,
    pub(super) came: VecDeque<T>,
}

impl<T> Members<T> {
    /// Pairs members by the first rule, what is left by the second one, and so on.
    pub(super) fn pair<const N: usize>(
        old: impl IntoIterator<Item = T>,
        new: impl IntoIterator<Item = T>,
        rules: [Rule<'_, T>; N],
    ) -> Self {
        let mut members = Self {
            same: Vec::new(),
            gone: old.into_iter().collect(),
            came: new.into_iter().collect(),
        };
        for is_same in rules {
            let mut gone = Vec::new();
            for old in members.gone {
                let index = members.came.iter().position(|new| is_same(&old, new));
                match index.and_then(|index| members.came.remove(index)) {
                    Some(new) => members.same.push((old, new)),
                    None => gone.push(old),
                }
            }
            members.gone = gone;
        }
        members
    }
}

/// The entries whose key is unique.
fn unique(entries: impl Iterator<Item = (String, TypeId)>) -> BTreeMap<String, TypeId> {
    let mut all: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for (key, id) in entries {
        all.entry(key).or_default().push(id);
    }
    let unique = all.into_iter().filter_map(|(key, ids)| match ids[..] {
        [id] => Some((key, id)),
        _ => None,
    });
    unique.collect()
}

/// The members of a type as text, if they tell it from others.
fn shape(side: &Side<'_>, id: TypeId) -> Option<String> {
    match &side.api.type_def(id).shape {
        Shape::Object(object) if object.properties.len() > 1 => {
            let properties = object.properties.iter();
            let fields = properties.map(|property| {
                format!(
                    "{}: {}",
                    property.name,
                    side.signatures.field(property, false)
                )
            });
            Some(fields.collect::<Vec<_>>().join(", "))
        }
        Shape::Enumeration(enumeration) if enumeration.values.len() > 1 => {
            let values = enumeration.values.iter();
            let mut values: Vec<String> = values.map(|value| value.value.to_string()).collect();
            values.sort();
            Some(values.join("|"))
        }
        _ => None,
    }
}

fn operations(old: &Side<'_>, new: &Side<'_>) -> Pairing<OperationId> {
    let mut pairs = Pairing::default();
    let method = |side: &Side<'_>, id: OperationId| side.names.of_operation(id).method.clone();
    let ids = new.api.operation_ids();
    let by_name: BTreeMap<String, OperationId> = ids.map(|id| (method(new, id), id)).collect();
    for id in old.api.operation_ids() {
        if let Some(same) = by_name.get(&method(old, id)) {
            pairs.add(id, *same);
        }
    }
    let route = |side: &Side<'_>, id: OperationId| {
        let operation = side.api.operation(id);
        (operation.method.name(), operation.template())
    };
    for id in old.api.operation_ids() {
        if pairs.has_old(id) {
            continue;
        }
        let mut others = new.api.operation_ids().filter(|id| !pairs.has_new(*id));
        if let Some(same) = others.find(|other| route(new, *other) == route(old, id)) {
            pairs.add(id, same);
        }
    }
    pairs
}

fn types_of_operations<'a>(
    old: &Side<'a>,
    new: &Side<'a>,
    old_id: OperationId,
    new_id: OperationId,
) -> Vec<(&'a Type, &'a Type)> {
    let mut types = Vec::new();
    for input in old.analysis.inputs_of(old_id) {
        let mut others = new.analysis.inputs_of(new_id).iter();
        let same = others.find(|other| {
            (other.location, &other.property.name) == (input.location, &input.property.name)
        });
        types.extend(same.map(|same| (&input.property.ty, &same.property.ty)));
    }
    let operations = (old.api.operation(old_id), new.api.operation(new_id));
    for (left, right) in [
        (&operations.0.successes, &operations.1.successes),
        (&operations.0.errors, &operations.1.errors),
    ] {
        for response in left {
            let same = right.iter().find(|other| other.status == response.status);
            let same = same.or(right
                .first()
                .filter(|_| left.len() == 1 && right.len() == 1));
            let content = same.and_then(|same| Content::ty(&same.content));
            types.extend(response.content.ty().zip(content));
        }
    }
    types
}

fn types_of_objects<'a>(left: &'a Object, right: &'a Object) -> Vec<(&'a Type, &'a Type)> {
    let by_name: BTreeMap<&str, &Type> = right
        .properties
        .iter()
        .map(|property| (&*property.name, &property.ty))
        .collect();
    let properties = left.properties.iter();
    let properties =
        properties.filter_map(|property| Some((&property.ty, *by_name.get(&*property.name)?)));
    properties
        .chain(left.additional.as_ref().zip(right.additional.as_ref()))
        .collect()
}

fn types_of_unions<'a>(
    (old, new): (&Side<'a>, &Side<'a>),
    left: &'a Union,
    right: &'a Union,
) -> Vec<(&'a Type, &'a Type)> {
    let is_alike = |one: &&Variant, other: &&Variant| {
        let objects = (old.api.object(&one.ty), new.api.object(&other.ty));
        let (Some(one), Some(other)) = objects else {
            return false;
        };
        are_alike(one, other, left.discriminator.as_deref())
    };
    let rules: [Rule<'_, &Variant>; 4] = [
        &|one, other| one.key == other.key,
        &|one, other| !one.values.is_empty() && one.values == other.values,
        &is_alike,
        &|one, other| one.name == other.name,
    ];
    let members = Members::pair(&left.variants, &right.variants, rules);
    let same = members.same.into_iter();
    same.map(|(one, other)| (&one.ty, &other.ty)).collect()
}

/// Whether two objects have the same properties, apart from at most one that is only in one of them.
fn are_alike(one: &Object, other: &Object, discriminator: Option<&str>) -> bool {
    let names = |object: &Object| {
        let names = object
            .properties
            .iter()
            .map(|property| property.name.clone());
        let names = names.filter(|name| Some(&**name) != discriminator);
        names.collect::<BTreeSet<String>>()
    };
    let (one, other) = (names(one), names(other));
    one.intersection(&other).next().is_some() && one.symmetric_difference(&other).count() <= 1
}
