//! Discriminators with only one value in an object, because everything that selects the object does so by this value.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::api::{Api, Property, Shape, Type, TypeId};
use crate::document::Node;
use crate::source::Pointer;

use super::Lowering;
use super::composed::Subschema;
use super::discriminator::Mapping;
use super::tags::{Holder, holders, tagged};

/// How schemas include each other by `allOf`.
#[derive(Default)]
pub(super) struct Inheritance<'d> {
    /// Schemas that others include, and those whose discriminator is for schemas that include them.
    parents: BTreeSet<Pointer>,
    /// The mappings of discriminators, by their schema.
    mappings: HashMap<Pointer, Mapping<'d>>,
    /// The values that discriminators other than those of union types map to a schema: those of its parents, and of lists with only
    /// this alternative.
    mapped: BTreeMap<Pointer, BTreeSet<(String, Vec<String>)>>,
}

/// Makes such a property a constant if it is a plain string. One of a schema that others include may have their values.
pub(super) fn settle(api: &mut Api, inheritance: &Inheritance<'_>) {
    let mut values: BTreeMap<(TypeId, &str), BTreeSet<&[String]>> = BTreeMap::new();
    for (_, union, tag) in tagged(api) {
        for variant in &union.variants {
            for holder in holders(api, &variant.ty, tag) {
                if let Holder::Object(id, _) = holder {
                    values.entry((id, tag)).or_default().insert(&variant.values);
                }
            }
        }
    }
    for (id, def) in &api.types {
        for (tag, mapped) in inheritance.mapped.get(&def.at).into_iter().flatten() {
            values.entry((*id, tag)).or_default().insert(mapped);
        }
    }
    let constant = |((id, tag), values): ((_, &str), BTreeSet<&[String]>)| match values.first() {
        Some([value]) if values.len() == 1 => Some((id, tag.to_owned(), value.clone())),
        _ => None,
    };
    let constants: Vec<_> = values.into_iter().filter_map(constant).collect();
    for (id, tag, value) in constants {
        if let Some(def) = api.types.get_mut(&id)
            && let Shape::Object(object) = &mut def.shape
            && def.at.is_component_schema()
            && !inheritance.parents.contains(&def.at)
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
    /// Notes a schema that another definition includes without adding to it: both have the same type.
    pub(super) fn note_alias(&mut self, node: &Node<'d>, only: &Node<'d>) {
        if node.pointer.is_component_schema()
            && let Ok(parent) = self.target(only)
        {
            self.inheritance.parents.insert(parent.pointer);
        }
    }

    /// Notes what an object includes.
    pub(super) fn note_inheritance(&mut self, subschemas: &[Subschema<'d>]) {
        let Some((own, others)) = subschemas.split_last() else {
            return;
        };
        let own = &own.node;
        if own.has("discriminator") {
            self.inheritance.parents.insert(own.pointer.clone());
        }
        for parent in others.iter().filter(|subschema| !subschema.optional) {
            let parent = &parent.node;
            self.inheritance.parents.insert(parent.pointer.clone());
            self.note_mapping(parent, own);
        }
    }

    /// Notes the values that a discriminator maps to a schema. If it maps none, the name of the schema is no value for certain:
    /// anything may extend a parent.
    pub(super) fn note_mapping(&mut self, of: &Node<'d>, schema: &Node<'d>) {
        let Some(discriminator) = of.get("discriminator") else {
            return;
        };
        let (Some(tag), Some(name)) = (
            discriminator.string("propertyName"),
            schema.pointer.steps().last(),
        ) else {
            return;
        };
        // Read once, because a parent may have many children.
        let mappings = &mut self.inheritance.mappings;
        let mapping = mappings.entry(of.pointer.clone());
        let mapping = mapping.or_insert_with(|| Mapping::of(&discriminator));
        let values = mapping.values_of(std::slice::from_ref(name)).into_iter();
        let values: Vec<String> = values.map(str::to_owned).collect();
        if !values.is_empty() {
            let known = self.inheritance.mapped.entry(schema.pointer.clone());
            known.or_default().insert((tag.to_owned(), values));
        }
    }
}
