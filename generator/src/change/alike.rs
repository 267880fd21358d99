//! Types of properties and inputs that have another name. The names of types that are written inline follow from these, so the types
//! are compared by their parts.

use std::collections::BTreeSet;

use super::Side;
use super::pairs::Pairs;
use crate::api::{Input, Property, Shape, Type, TypeId};

/// The most types in one that are compared, because each of them is a level of recursion at worst.
const MOST_TYPES: usize = 1_000;

impl Pairs {
    /// The types of properties that are in the same position, if nothing but their names changed.
    pub(super) fn types_of_renamed_properties<'a>(
        &self,
        sides: (&Side<'a>, &Side<'a>),
        left: &'a [Property],
        right: &'a [Property],
    ) -> Vec<(&'a Type, &'a Type)> {
        let has = |list: &[Property], name: &str| list.iter().any(|other| other.name == name);
        let same_position = left.iter().zip(right).filter(|(one, other)| {
            let are_renamed = !has(right, &one.name) && !has(left, &other.name);
            left.len() == right.len() && are_renamed && self.alike(sides).types(&one.ty, &other.ty)
        });
        let types = same_position.map(|(one, other)| (&one.ty, &other.ty));
        types.collect()
    }

    /// The same for the inputs of an operation.
    pub(super) fn types_of_renamed_inputs<'a>(
        &self,
        sides: (&Side<'a>, &Side<'a>),
        left: &'a [Input],
        right: &'a [Input],
    ) -> Vec<(&'a Type, &'a Type)> {
        let id = |input: &Input| (input.location, input.property.name.clone());
        let has = |list: &[Input], one: &Input| list.iter().any(|other| id(other) == id(one));
        let same_position = left.iter().zip(right).filter(|(one, other)| {
            let are_renamed = !has(right, one) && !has(left, other);
            are_renamed
                && one.location == other.location
                && self
                    .alike(sides)
                    .types(&one.property.ty, &other.property.ty)
        });
        let types = same_position.map(|(one, other)| (&one.property.ty, &other.property.ty));
        types.collect()
    }

    /// Whether two types contain the same type that is written inline in both versions.
    pub(super) fn has_inline(
        &self,
        old: &Side<'_>,
        new: &Side<'_>,
        (left, right): (&Type, &Type),
    ) -> bool {
        let (Some(left), Some(right)) = (left.named(), right.named()) else {
            return false;
        };
        let is_inline =
            |side: &Side<'_>, id: TypeId| !side.api.type_def(id).at.is_component_schema();
        self.types.get(left) == Some(right) && is_inline(old, left) && is_inline(new, right)
    }

    fn alike<'p, 'a>(&'p self, (old, new): (&'p Side<'a>, &'p Side<'a>)) -> Alike<'p, 'a> {
        Alike {
            pairs: self,
            old,
            new,
            seen: BTreeSet::new(),
        }
    }
}

/// Whether types are the same, apart from the names of those that are written inline.
struct Alike<'p, 'a> {
    pairs: &'p Pairs,
    old: &'p Side<'a>,
    new: &'p Side<'a>,
    /// Types that are compared already: they may contain themselves.
    seen: BTreeSet<(TypeId, TypeId)>,
}

impl Alike<'_, '_> {
    fn types(&mut self, left: &Type, right: &Type) -> bool {
        match (left, right) {
            (Type::Array(left), Type::Array(right))
            | (Type::Map(left), Type::Map(right))
            | (Type::Nullable(left), Type::Nullable(right)) => self.types(left, right),
            (Type::Named(left), Type::Named(right)) => {
                if let Some(pair) = self.pairs.types.get(*left) {
                    return pair == *right;
                }
                if !self.seen.insert((*left, *right)) {
                    return true;
                }
                if self.seen.len() > MOST_TYPES {
                    return false;
                }
                let defs = (self.old.api.type_def(*left), self.new.api.type_def(*right));
                let is_inline =
                    !defs.0.at.is_component_schema() && !defs.1.at.is_component_schema();
                is_inline && self.shapes(&defs.0.shape, &defs.1.shape)
            }
            (Type::Named(_), _) | (_, Type::Named(_)) => false,
            (left, right) => left == right,
        }
    }

    fn shapes(&mut self, left: &Shape, right: &Shape) -> bool {
        match (left, right) {
            (Shape::Object(left), Shape::Object(right)) => {
                let additional = match (&left.additional, &right.additional) {
                    (Some(left), Some(right)) => self.types(left, right),
                    (left, right) => left.is_none() && right.is_none(),
                };
                let mut properties = left.properties.iter().zip(&right.properties);
                additional
                    && left.properties.len() == right.properties.len()
                    && properties.all(|(one, other)| {
                        (&one.name, one.required) == (&other.name, other.required)
                            && self.types(&one.ty, &other.ty)
                    })
            }
            (Shape::Enumeration(left), Shape::Enumeration(right)) => {
                let values = left.values.iter().map(|value| &value.value);
                values.eq(right.values.iter().map(|value| &value.value))
            }
            (Shape::Union(left), Shape::Union(right)) => {
                let mut variants = left.variants.iter().zip(&right.variants);
                left.variants.len() == right.variants.len()
                    && left.discriminator == right.discriminator
                    && variants.all(|(one, other)| {
                        one.values == other.values && self.types(&one.ty, &other.ty)
                    })
            }
            (Shape::StringNewtype, Shape::StringNewtype) => true,
            _ => false,
        }
    }
}
