//! Types of properties and inputs that have another name. The names of types that are written inline follow from these, so the types
//! are compared by their parts.

use super::Side;
use super::pairs::Pairs;
use crate::api::{Input, Property, Shape, Type};

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
            left.len() == right.len() && are_renamed && self.are_alike(sides, &one.ty, &other.ty)
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
                && self.are_alike(sides, &one.property.ty, &other.property.ty)
        });
        let types = same_position.map(|(one, other)| (&one.property.ty, &other.property.ty));
        types.collect()
    }

    /// Whether two types are the same, apart from the names of types that are written inline.
    fn are_alike(&self, (old, new): (&Side<'_>, &Side<'_>), left: &Type, right: &Type) -> bool {
        let sides = (old, new);
        match (left, right) {
            (Type::Array(left), Type::Array(right))
            | (Type::Map(left), Type::Map(right))
            | (Type::Nullable(left), Type::Nullable(right)) => self.are_alike(sides, left, right),
            (Type::Named(left), Type::Named(right)) => {
                if let Some(pair) = self.types.get(*left) {
                    return pair == *right;
                }
                let defs = (old.api.type_def(*left), new.api.type_def(*right));
                if defs.0.at.is_component_schema() || defs.1.at.is_component_schema() {
                    return false;
                }
                self.have_same_parts(sides, &defs.0.shape, &defs.1.shape)
            }
            (Type::Named(_), _) | (_, Type::Named(_)) => false,
            (left, right) => left == right,
        }
    }

    fn have_same_parts(&self, sides: (&Side<'_>, &Side<'_>), left: &Shape, right: &Shape) -> bool {
        match (left, right) {
            (Shape::Object(left), Shape::Object(right)) => {
                let additional = match (&left.additional, &right.additional) {
                    (Some(left), Some(right)) => self.are_alike(sides, left, right),
                    (left, right) => left.is_none() && right.is_none(),
                };
                let mut properties = left.properties.iter().zip(&right.properties);
                additional
                    && left.properties.len() == right.properties.len()
                    && properties.all(|(one, other)| {
                        (&one.name, one.required) == (&other.name, other.required)
                            && self.are_alike(sides, &one.ty, &other.ty)
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
                        one.values == other.values && self.are_alike(sides, &one.ty, &other.ty)
                    })
            }
            (Shape::StringNewtype, Shape::StringNewtype) => true,
            _ => false,
        }
    }
}
