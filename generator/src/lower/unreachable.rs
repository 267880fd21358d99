//! Alternatives of a union that no value is read as, because an earlier one fits all of their values.

use std::collections::{BTreeSet, HashMap};

use crate::api::{Api, Object, Property, Shape, Type, TypeDef, TypeId};
use crate::diagnostics::{Code, Reporter};

/// Maximum number of types that are compared for two alternatives.
const MOST_COMPARED: usize = 100;

/// Maximum number of levels in the outline of a type.
const MOST_LEVELS: usize = 4;

/// Maximum number of values in the outline of an enumeration.
const MOST_VALUES: usize = 50;

/// Length at which the outline of a type ends, in bytes.
const LONGEST_OUTLINE: usize = 2000;

/// Reports them for the unions in responses. In a request, the caller chooses.
pub(super) fn check(api: &Api, received: &BTreeSet<TypeId>, reporter: &Reporter) {
    for id in received {
        let def = api.type_def(*id);
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        if union.discriminator.is_some() {
            continue;
        }
        // Only those that look alike are compared, so that a long union takes no time.
        let mut alike: HashMap<String, Vec<&Type>> = HashMap::new();
        for variant in &union.variants {
            let later = &variant.ty;
            let mut outline = String::new();
            draw(api, later, MOST_LEVELS, &mut outline);
            let earlier = alike.entry(outline).or_default();
            if let Some(first) = earlier.iter().find(|first| fits(api, first, later))
                && let (Some(first), Some(later)) = (definition(api, first), definition(api, later))
            {
                report(def, first, later, reporter);
            }
            earlier.push(later);
        }
    }
}

fn report(union: &TypeDef, first: &TypeDef, later: &TypeDef, reporter: &Reporter) {
    let message = format!(
        "no value is read as this alternative of {}: it has the same properties as the one at {}",
        union.at.to_fragment(),
        first.at.to_fragment()
    );
    reporter.warning(
        Code::UnreachableAlternative,
        &later.at,
        message,
        "remove it, or tell them apart: with a `discriminator`, or with a required property that has another `enum` in each",
    );
}

fn definition<'a>(api: &'a Api, ty: &Type) -> Option<&'a TypeDef> {
    ty.named().map(|id| api.type_def(id))
}

/// Whether one type has the same properties as another, and accepts its values. If that takes too long to tell, it does not.
fn fits<'a>(api: &'a Api, first: &'a Type, later: &'a Type) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![(first, later)];
    while let Some((first, later)) = open.pop() {
        match (first, later) {
            (first, later) if first == later => {}
            (Type::Array(first), Type::Array(later))
            | (Type::Map(first), Type::Map(later))
            | (Type::Nullable(first), Type::Nullable(later)) => open.push((first, later)),
            (Type::Named(first), Type::Named(later)) => {
                if !seen.insert((*first, *later)) {
                    continue;
                }
                let shapes = (&api.type_def(*first).shape, &api.type_def(*later).shape);
                let (Shape::Object(first), Shape::Object(later)) = shapes else {
                    if shapes.0 == shapes.1 {
                        continue;
                    }
                    return false;
                };
                let additional = (&first.additional, &later.additional);
                if first.properties.len() != later.properties.len()
                    || additional.0.is_some() != additional.1.is_some()
                    || seen.len() > MOST_COMPARED
                {
                    return false;
                }
                open.extend(additional.0.iter().zip(additional.1));
                for (first, later) in by_name(first).into_iter().zip(by_name(later)) {
                    if !may_hold(first, later) {
                        return false;
                    }
                    open.push((&first.ty, &later.ty));
                }
            }
            _ => return false,
        }
    }
    true
}

/// Adds the outline of a type: its names and values. Types that fit have the same one.
fn draw(api: &Api, ty: &Type, levels: usize, outline: &mut String) {
    if outline.len() > LONGEST_OUTLINE || levels == 0 {
        return;
    }
    let (mark, inner) = match ty {
        Type::Array(inner) => ("[", inner),
        Type::Map(inner) => ("{", inner),
        Type::Nullable(inner) => ("?", inner),
        Type::Named(id) => {
            match &api.type_def(*id).shape {
                Shape::Object(object) => {
                    outline.push('(');
                    for property in by_name(object) {
                        outline.extend([&property.name, ":"]);
                        draw(api, &property.ty, levels - 1, outline);
                        outline.push(',');
                    }
                }
                Shape::Enumeration(enumeration) => {
                    let values = enumeration.values.iter().take(MOST_VALUES);
                    outline.extend(values.map(|value| format!("{},", value.value)));
                }
                Shape::Union(_) | Shape::StringNewtype => outline.push('#'),
            }
            return;
        }
        _ => return,
    };
    outline.push_str(mark);
    draw(api, inner, levels - 1, outline);
}

fn by_name(object: &Object) -> Vec<&Property> {
    let mut properties: Vec<&Property> = object.properties.iter().collect();
    properties.sort_unstable_by_key(|property| &property.name);
    properties
}

/// Whether a property accepts the values of another, apart from their types.
fn may_hold(first: &Property, later: &Property) -> bool {
    first.name == later.name
        && (first.nullable || !later.nullable)
        && (later.required || !first.required)
        && first.is_null() == later.is_null()
}
