//! Discriminators that the alternatives of a union do not declare.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Object, Property, Shape, Type, TypeId};

use super::schema::LoweredSchema;

/// Declares them, so that they can be read, and makes the unions write them where they are absent.
pub(super) fn declare(api: &mut Api) {
    let mut missing: BTreeMap<TypeId, Vec<Property>> = BTreeMap::new();
    let mut writers = Vec::new();
    for (id, def) in &api.types {
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        let Some(tag) = &union.discriminator else {
            continue;
        };
        for variant in &union.variants {
            let lacking = lacking(api, &variant.ty, tag);
            if !lacking.is_empty() {
                writers.push(*id);
            }
            for (of_variant, object) in lacking.into_iter().flatten() {
                let known = missing.entry(of_variant).or_default();
                let is_known = known.iter().any(|property| property.name == *tag);
                // An open object keeps it among its additional properties.
                if !is_known && object.additional.is_none() {
                    known.push(property(tag, &variant.values));
                }
            }
        }
    }
    for (id, properties) in missing {
        if let Some(def) = api.types.get_mut(&id)
            && let Shape::Object(object) = &mut def.shape
        {
            object.properties.extend(properties);
        }
    }
    for id in writers {
        if let Some(def) = api.types.get_mut(&id)
            && let Shape::Union(union) = &mut def.shape
        {
            union.writes_tag = true;
        }
    }
}

/// The property that a discriminator is read as.
pub(super) fn property(tag: &str, values: &[String]) -> Property {
    let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    let docs = match values.as_slice() {
        [] => "Identifies the type.".to_owned(),
        values => format!("Identifies the type: {}.", values.join(" or ")),
    };
    Property {
        docs: Some(docs),
        ..LoweredSchema::of(Type::String).property(tag, false)
    }
}

/// The objects among the values of a type that do not declare a discriminator; `None` for a map.
fn lacking<'a>(api: &'a Api, ty: &'a Type, tag: &str) -> Vec<Option<(TypeId, &'a Object)>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        let id = match ty {
            Type::Map(_) | Type::FreeObject => {
                found.push(None);
                continue;
            }
            Type::Named(id) if seen.insert(*id) => *id,
            _ => continue,
        };
        match &api.type_def(id).shape {
            Shape::Object(object) => {
                let mut properties = object.properties.iter();
                if !properties.any(|property| property.name == tag) {
                    found.push(Some((id, object)));
                }
            }
            // One with the same discriminator writes it.
            Shape::Union(union) if union.discriminator.as_deref() != Some(tag) => {
                open.extend(union.variants.iter().map(|variant| &variant.ty));
            }
            _ => {}
        }
    }
    found
}
