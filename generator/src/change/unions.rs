//! Unions and their variants.

use std::collections::BTreeMap;

use super::types::Pair;
use super::{Both, ChangeKind, Differences, Side};
use crate::api::{Api, ConstantKind, Object, Shape, Type, Union};

/// Depth up to which it is examined whether a value fits two types.
const DEPTH: usize = 8;

impl Differences<'_> {
    pub(super) fn union(&mut self, pair: Pair, left: &Union, right: &Union, at: &Both) {
        let (old, new) = (self.old, self.new);
        let names = (old.names.of_type(pair.old), new.names.of_type(pair.new));
        let ty = |side: &Side<'_>, id, union: &Union, index: usize| {
            let ty = side.spelled(&union.variants[index].ty);
            if side.is_boxed(id, index) {
                format!("Box<{ty}>")
            } else {
                ty
            }
        };
        // The variants that are in both versions: the old ones by the new ones.
        let mut known = BTreeMap::new();
        for (one, variant) in left.variants.iter().enumerate() {
            let item = format!("{}::{}", names.0.ident, names.0.members[one]);
            let before = ty(old, pair.old, left, one);
            let by_name = names
                .1
                .members
                .iter()
                .position(|name| *name == names.0.members[one]);
            let by_type = || {
                (0..right.variants.len()).find(|other| {
                    !names.0.members.contains(&names.1.members[*other])
                        && self.same_type(&before, &ty(new, pair.new, right, *other))
                })
            };
            let Some(other) = by_name.or_else(by_type) else {
                self.gone(ChangeKind::VariantRemoved, item, before, at.old.clone());
                continue;
            };
            known.insert(other, one);
            let after = ty(new, pair.new, right, other);
            self.compare(
                ChangeKind::VariantRenamed,
                &item,
                (&*names.0.members[one], &*names.1.members[other]),
                at,
            );
            if !self.same_type(&before, &after) {
                self.differs(ChangeKind::VariantType, &item, (before, after), at);
            }
            let values = (&variant.values, &right.variants[other].values);
            // The first one is sent.
            let kind = if !values.0.is_empty()
                && values.0.first() == values.1.first()
                && values.0.iter().all(|value| values.1.contains(value))
            {
                ChangeKind::DiscriminatorValueAdded
            } else {
                ChangeKind::Discriminator
            };
            self.compare(kind, &item, (values.0.join(", "), values.1.join(", ")), at);
        }
        for (index, name) in names.1.members.iter().enumerate() {
            if !known.contains_key(&index) {
                let item = format!("{}::{name}", names.1.ident);
                let after = ty(new, pair.new, right, index);
                self.came(ChangeKind::VariantAdded, item, after, at.new.clone());
            }
        }
        let property = |union: &Union| union.discriminator.clone().unwrap_or_default();
        self.compare(
            ChangeKind::Discriminator,
            &names.0.ident,
            (property(left), property(right)),
            at,
        );
        let is_received = old.received.contains(&pair.old) && new.received.contains(&pair.new);
        if is_received && left.discriminator.is_none() && right.discriminator.is_none() {
            self.precedence(pair, (left, right), &known, at);
        }
        self.catch_all(pair, at);
    }

    /// Without a discriminator, a value that fits several variants is read as the first of them. Reports variants that take
    /// values from others because they are new, because they were behind them, or because they fit more values now.
    fn precedence(
        &mut self,
        pair: Pair,
        (left, right): (&Union, &Union),
        known: &BTreeMap<usize, usize>,
        at: &Both,
    ) {
        let names = self.new.names.of_type(pair.new);
        let overlap = |side: &Side<'_>, union: &Union, one: usize, other: usize| {
            let (one, other) = (&union.variants[one].ty, &union.variants[other].ty);
            fit_both(side.api, one, other, DEPTH)
        };
        for first in 0..right.variants.len() {
            let later = known.range(first + 1..);
            let loses = later.filter(|(new, old)| {
                let was_first = known
                    .get(&first)
                    .is_some_and(|first| first < old && overlap(self.old, left, *first, **old));
                !was_first && overlap(self.new, right, first, **new)
            });
            let loses: Vec<&str> = loses.map(|(new, _)| &*names.members[*new]).collect();
            if !loses.is_empty() {
                let item = format!("{}::{}", names.ident, names.members[first]);
                let values = (loses.join(" or "), names.members[first].clone());
                self.differs(ChangeKind::VariantPrecedes, item, values, at);
            }
        }
    }
}

/// Whether there may be values that two types both describe completely.
fn fit_both(api: &Api, one: &Type, other: &Type, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return true;
    };
    if let (Type::Nullable(_), Type::Nullable(_)) | (Type::Any, _) | (_, Type::Any) = (one, other) {
        return true;
    }
    match (one, other) {
        (Type::External(external), other) | (other, Type::External(external)) => {
            fit_both(api, &external.plain, other, depth)
        }
        (Type::Nullable(inner), other) | (other, Type::Nullable(inner)) => {
            fit_both(api, inner, other, depth)
        }
        (Type::Named(one), Type::Named(other)) if one == other => true,
        (Type::Named(id), other) | (other, Type::Named(id)) => match &api.type_def(*id).shape {
            Shape::Union(union) => {
                let mut variants = union.variants.iter();
                variants.any(|variant| fit_both(api, &variant.ty, other, depth))
            }
            shape => shape_fits(api, shape, other, depth),
        },
        (Type::Array(one), Type::Array(other)) => fit_both(api, one, other, depth),
        (Type::Map(_) | Type::FreeObject, Type::Map(_) | Type::FreeObject)
        | (Type::Boolean, Type::Boolean)
        | (Type::Integer(_) | Type::Number, Type::Integer(_) | Type::Number)
        | (Type::Timestamp, Type::Timestamp)
        | (Type::Date, Type::Date)
        | (Type::String, Type::String | Type::Timestamp | Type::Date)
        | (Type::Timestamp | Type::Date, Type::String) => true,
        _ => false,
    }
}

fn shape_fits(api: &Api, shape: &Shape, other: &Type, depth: usize) -> bool {
    let named = match other {
        Type::Named(id) => Some(&api.type_def(*id).shape),
        _ => None,
    };
    match (shape, named) {
        (_, Some(Shape::Union(union))) => {
            let mut variants = union.variants.iter();
            variants.any(|variant| shape_fits(api, shape, &variant.ty, depth))
        }
        (Shape::Object(one), Some(Shape::Object(other))) => objects_fit(api, one, other, depth),
        (Shape::Enumeration(one), Some(Shape::Enumeration(other))) => {
            let mut values = one.values.iter();
            values.any(|one| other.values.iter().any(|other| one.value == other.value))
        }
        (Shape::StringNewtype, Some(other)) | (other, Some(Shape::StringNewtype)) => {
            other.is_string()
        }
        (Shape::Object(_), None) => matches!(other, Type::Map(_) | Type::FreeObject),
        (Shape::StringNewtype, None) => {
            matches!(other, Type::String | Type::Timestamp | Type::Date)
        }
        (Shape::Enumeration(enumeration), None) => match other {
            Type::String => shape.is_string(),
            Type::Integer(_) | Type::Number => enumeration.kind == ConstantKind::Integer,
            Type::Boolean => enumeration.kind == ConstantKind::Boolean,
            _ => false,
        },
        _ => false,
    }
}

/// An object fits another one if it has no property that the other one lacks, and all that the other one requires.
fn objects_fit(api: &Api, one: &Object, other: &Object, depth: usize) -> bool {
    let covers = |one: &Object, other: &Object| {
        let mut required = one.properties.iter().filter(|property| property.required);
        required.all(|property| {
            let same = other
                .properties
                .iter()
                .find(|same| same.name == property.name);
            match same {
                Some(same) => fit_both(api, &property.ty, &same.ty, depth),
                None => other.additional.is_some(),
            }
        })
    };
    covers(one, other) && covers(other, one)
}
