//! Discriminators of unions: the alternatives that do not declare them, and those that may be sent with a wrong value.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{
    Api, ConstantKind, Object, Property, Shape, TagForm, Type, TypeId, Union, Variant,
};

use super::schema::LoweredSchema;
use crate::diagnostics::{Code, Reporter};

/// Declares them where they are missing, so that they can be read, and makes the unions write them unless each variant is
/// certain to have the right value.
pub(super) fn declare(api: &mut Api, reporter: &Reporter) {
    let mut missing: BTreeMap<TypeId, Vec<Property>> = BTreeMap::new();
    let mut forms = Vec::new();
    for (id, union, tag) in tagged(api) {
        let mut form = None;
        for variant in &union.variants {
            check_inner(api, id, tag, variant, reporter);
            for holder in holders(api, &variant.ty, tag) {
                let known = match &holder {
                    Holder::Object(_, object) => declared(object, tag),
                    Holder::Other => None,
                };
                let is_certain = known.is_some_and(|known| is_right(api, known, variant));
                if !is_certain && (known.is_none() || union.written_as.is_some()) {
                    form = Some(form_of(api, known)).max(form);
                }
                // An open object keeps it among its additional properties.
                if let Holder::Object(of_variant, object) = holder
                    && known.is_none()
                    && object.additional.is_none()
                {
                    let added = missing.entry(of_variant).or_default();
                    if !added.iter().any(|property| property.name == tag) {
                        added.push(property(tag, &variant.values));
                    }
                }
            }
        }
        forms.push((id, form));
    }
    for (id, properties) in missing {
        if let Some(Shape::Object(object)) = shape_mut(api, id) {
            object.properties.extend(properties);
        }
    }
    for (id, form) in forms {
        if let Some(Shape::Union(union)) = shape_mut(api, id) {
            union.written_as = form;
        }
    }
}

/// Reports values that a union in a union writes, but that select nothing in the outer one.
fn check_inner(api: &Api, id: TypeId, tag: &str, variant: &Variant, reporter: &Reporter) {
    let inner = variant.ty.named().map(|id| &api.type_def(id).shape);
    let Some(Shape::Union(inner)) = inner else {
        return;
    };
    if inner.discriminator.as_deref() != Some(tag) || variant.values.is_empty() {
        return;
    }
    let known: BTreeSet<&String> = variant.values.iter().collect();
    let values = inner.variants.iter().flat_map(|variant| &variant.values);
    for value in values.filter(|value| !known.contains(value)) {
        let message = format!(
            "`{value}` selects an alternative in `{}`, but nothing here: the two discriminators contradict each other",
            variant.name
        );
        let help = "map the value here, too, to the schema that it selects there; or use another property in one of the two unions";
        let pointer = api.type_def(id).at.join("discriminator");
        reporter.warning(Code::UnresolvedReference, &pointer, message, help);
    }
}

fn shape_mut(api: &mut Api, id: TypeId) -> Option<&mut Shape> {
    api.types.get_mut(&id).map(|def| &mut def.shape)
}

/// The unions with a discriminator.
pub(super) fn tagged(api: &Api) -> impl Iterator<Item = (TypeId, &Union, &str)> {
    api.types.iter().filter_map(|(id, def)| match &def.shape {
        Shape::Union(union) => Some((*id, union, union.discriminator.as_deref()?)),
        _ => None,
    })
}

fn declared<'a>(object: &'a Object, tag: &str) -> Option<&'a Property> {
    let mut properties = object.properties.iter();
    properties.find(|property| property.name == tag)
}

/// Whether a property of a variant always has a value that selects the variant, unless the caller insists on an unlisted one.
fn is_right(api: &Api, property: &Property, variant: &Variant) -> bool {
    let listed = property.ty.named().map(|id| &api.type_def(id).shape);
    let Some(Shape::Enumeration(listed)) = listed else {
        return false;
    };
    let mut values = listed.values.iter().map(|value| value.value.to_string());
    property.required && !property.nullable && values.all(|value| variant.values.contains(&value))
}

fn form_of(api: &Api, property: Option<&Property>) -> TagForm {
    match property.map(|property| &property.ty) {
        Some(Type::Boolean | Type::Integer(_) | Type::Number) => TagForm::Other,
        Some(Type::Named(id)) => match &api.type_def(*id).shape {
            Shape::Enumeration(listed) if listed.kind != ConstantKind::String => TagForm::Other,
            _ => TagForm::String,
        },
        _ => TagForm::String,
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

/// A type of values that have a discriminator.
pub(super) enum Holder<'a> {
    Object(TypeId, &'a Object),
    /// A map.
    Other,
}

/// The objects among the values of a type.
pub(super) fn holders<'a>(api: &'a Api, ty: &'a Type, tag: &str) -> Vec<Holder<'a>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        let id = match ty {
            Type::Map(_) | Type::FreeObject => {
                found.push(Holder::Other);
                continue;
            }
            Type::Named(id) if seen.insert(*id) => *id,
            _ => continue,
        };
        match &api.type_def(id).shape {
            Shape::Object(object) => found.push(Holder::Object(id, object)),
            // One with the same discriminator writes it.
            Shape::Union(union) if union.discriminator.as_deref() != Some(tag) => {
                open.extend(union.variants.iter().map(|variant| &variant.ty));
            }
            _ => {}
        }
    }
    found
}
