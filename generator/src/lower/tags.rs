//! Discriminators that the alternatives of a union do not declare.

use std::collections::BTreeMap;

use crate::api::{Api, Property, Shape, Type, TypeId};

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
            let Type::Named(of_variant) = variant.ty else {
                continue;
            };
            let Shape::Object(object) = &api.type_def(of_variant).shape else {
                continue;
            };
            if object
                .properties
                .iter()
                .any(|property| property.name == *tag)
            {
                continue;
            }
            writers.push(*id);
            let known = missing.entry(of_variant).or_default();
            let is_known = known.iter().any(|property| property.name == *tag);
            // An open object keeps it among its additional properties.
            if !is_known && object.additional.is_none() {
                let values: Vec<String> = variant
                    .values
                    .iter()
                    .map(|value| format!("`{value}`"))
                    .collect();
                let docs = format!("Identifies the type: {}.", values.join(" or "));
                known.push(Property {
                    docs: Some(docs),
                    ..LoweredSchema::of(Type::String).property(tag, false)
                });
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
