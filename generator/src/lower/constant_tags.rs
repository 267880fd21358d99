//! Discriminators with only one value in an object, because every union selects the object by it.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Property, Shape, Type, TypeId};
use crate::source::Pointer;

use super::Lowering;
use super::composed::Subschema;
use super::tags::{Holder, holders, tagged};

/// Makes such a property a constant if it is a plain string. One of a schema that others include (`parents`) may have their values.
pub(super) fn settle(api: &mut Api, parents: &BTreeSet<Pointer>) {
    let mut values: BTreeMap<(TypeId, String), BTreeSet<&[String]>> = BTreeMap::new();
    for (_, union, tag) in tagged(api) {
        for variant in &union.variants {
            for holder in holders(api, &variant.ty, tag) {
                if let Holder::Object(id, _) = holder {
                    let of_object = values.entry((id, tag.to_owned())).or_default();
                    of_object.insert(&variant.values);
                }
            }
        }
    }
    let constant = |(object, values): (_, BTreeSet<&[String]>)| match values.first() {
        Some([value]) if values.len() == 1 => Some((object, value.clone())),
        _ => None,
    };
    let constants: Vec<_> = values.into_iter().filter_map(constant).collect();
    for ((id, tag), value) in constants {
        if let Some(def) = api.types.get_mut(&id)
            && let Shape::Object(object) = &mut def.shape
            && def.at.is_component_schema()
            && !parents.contains(&def.at)
        {
            let mut properties = object.properties.iter_mut();
            if let Some(property) = properties.find(|property| property.name == tag) {
                property.constant = Some(value).filter(|_| may_be_constant(property));
            }
        }
    }
}

fn may_be_constant(property: &Property) -> bool {
    property.ty == Type::String && !property.nullable && !property.is("readOnly")
}

impl<'d> Lowering<'_, 'd> {
    /// Notes the schemas that other objects include, which may have the discriminators of those.
    pub(super) fn note_parents(&mut self, subschemas: &[Subschema<'d>]) {
        let Some((own, others)) = subschemas.split_last() else {
            return;
        };
        let included = others.iter().filter(|subschema| !subschema.optional);
        let own = Some(own).filter(|own| own.node.has("discriminator"));
        let parents = included.chain(own);
        let parents = parents.map(|parent| parent.node.pointer.clone());
        self.parents.extend(parents);
    }
}
