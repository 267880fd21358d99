//! The names of members: fields, variants, inputs of operations, and their setters.

use std::collections::BTreeMap;

use super::case;
use super::claims::{Claims, OF_OPERATION, OF_TYPE, SetterKinds, keys_of_members};
use super::namespace::{Namespace, exact_first};
use super::reserved::{CALL_METHODS, CATCH_ALL};
use super::{SetterNames, TypeNames, beside_changes};
use crate::api::{
    Api, DefinedIn, Input, InputLocation, OperationId, Property, Shape, Type, TypeId, Variant,
};
use crate::options::{KeptNames, Key, NameKind};

/// The field for additional properties.
const REST: &str = "additional_properties";

/// The names of a type's members.
pub(super) fn of_type(
    api: &Api,
    id: TypeId,
    ident: String,
    module: String,
    kept: &KeptNames,
    given: &mut KeptNames,
) -> TypeNames {
    let shape = &api.type_def(id).shape;
    let owner = Key::of_type(&api.type_key(id), NameKind::Member);
    let mut namespace = Namespace::default();
    // The variant for unknown values comes first: a value that a later version lists must not take its name.
    let catch_all = match shape {
        Shape::Enumeration(enumeration) => enumeration.other_boolean().unwrap_or(CATCH_ALL),
        _ => CATCH_ALL,
    };
    let catch_all = namespace.claim(catch_all.to_owned());
    // The name of each member in the document, words for its name, and its name in Rust.
    let members: Vec<(String, String, String)> = match shape {
        Shape::Object(object) => {
            let names = object.properties.iter().map(|property| &property.name);
            let names = names.map(|name| (name.clone(), name.clone(), case::field(name)));
            names.collect()
        }
        Shape::Enumeration(enumeration) => {
            let values = enumeration.values.iter().map(|value| {
                let text = value.value.to_string();
                let words = value.name.clone().unwrap_or_else(|| text.clone());
                (text, words)
            });
            let values: Vec<(String, String)> = values.collect();
            let names = names_of_values(values.iter().map(|(_, words)| &**words));
            let values = values.into_iter().zip(names);
            values
                .map(|((text, words), name)| (text, words, name))
                .collect()
        }
        Shape::Union(union) => {
            let names = union.variants.iter().map(|variant| {
                let Variant { name, key, .. } = variant;
                (key.clone(), name.clone(), case::pascal(name))
            });
            names.collect()
        }
        Shape::StringNewtype => Vec::new(),
    };
    let keys = members.iter().map(|(member, ..)| &**member);
    let keys = keys_of_members(&owner, keys);
    let additional = match shape {
        Shape::Object(object) => object.additional.as_ref(),
        _ => None,
    };
    let rest = additional.map(|_| owner.with_kind(NameKind::Rest));
    let all = keys.iter().chain(&rest).cloned();
    let mut claims = Claims::new(namespace, kept, all);
    // Like that for unknown values, the field for properties that are not listed comes first.
    let rest = rest.map(|key| claims.claim(key, |names| names.claim(REST.to_owned())));
    let wanted = keys.iter().zip(&members);
    let wanted = wanted.map(|(key, (_, words, name))| (key.clone(), &**words, name.clone()));
    let members = claims.claim_all(&wanted.collect::<Vec<_>>());
    given.extend(claims.into_given());
    let setters = match shape {
        Shape::Object(_) => {
            let reserved = ["new", "clone", "default"].into_iter();
            let reserved: Vec<&str> = reserved.chain(rest.as_deref()).collect();
            setters(&members, &keys, OF_TYPE, &reserved, kept, given)
        }
        _ => Vec::new(),
    };
    TypeNames {
        ident,
        module,
        file: String::new(),
        members,
        setters,
        catch_all,
        rest,
    }
}

/// The names of an enumeration's values. If several are the same, signs of numbers are spelled out.
pub(super) fn names_of_values<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Vec<String> {
    let names: Vec<String> = words.clone().map(case::value).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &names {
        *counts.entry(name).or_default() += 1;
    }
    let name = |(words, name): (&str, &String)| match counts[&**name] {
        1 => name.clone(),
        _ => case::signed_value(words),
    };
    words.zip(&names).map(name).collect()
}

/// The names of an operation's inputs.
pub(super) struct InputNames {
    pub(super) fields: Vec<String>,
    pub(super) setters: Vec<SetterNames>,
}

pub(super) fn of_operation(
    api: &Api,
    id: OperationId,
    inputs: &[Input],
    types: &BTreeMap<TypeId, TypeNames>,
    kept: &KeptNames,
    given: &mut KeptNames,
) -> InputNames {
    let owner = Key::of_operation(&api.operation(id).key, NameKind::Input);
    let names: Vec<String> = inputs.iter().map(Input::key).collect();
    let keys = keys_of_members(&owner, names.iter().map(String::as_str));
    let mut claims = Claims::new(Namespace::default(), kept, keys.iter().cloned());
    let wanted = inputs.iter().map(|input| match input.location {
        InputLocation::Body => body_name(api, &input.property, types),
        _ => case::field(&input.property.name),
    });
    let wanted: Vec<String> = wanted.collect();
    let texts = inputs.iter().map(|input| &*input.property.name);
    let order = exact_first(texts.zip(wanted.iter().map(String::as_str)));
    let mut fields = vec![String::new(); inputs.len()];
    for index in order {
        let name = wanted[index].clone();
        fields[index] = claims.claim(keys[index].clone(), |names| match inputs[index].location {
            InputLocation::Body => names.claim(name),
            InputLocation::Property | InputLocation::Rest => names.claim_or_prefixed(name, "body"),
            InputLocation::Parameter(location) => names.claim_or_prefixed(name, location.name()),
        });
    }
    given.extend(claims.into_given());
    let setters = setters(&fields, &keys, OF_OPERATION, CALL_METHODS, kept, given);
    InputNames { fields, setters }
}

/// A setter has the name of its field, unless the type has another method with that name. Only those with another name are in the
/// kept names, but each field of the earlier version is there.
fn setters(
    fields: &[String],
    keys: &[Key],
    [_, value, null]: SetterKinds,
    reserved: &[&str],
    kept: &KeptNames,
    given: &mut KeptNames,
) -> Vec<SetterNames> {
    let usual = |field: &String, kind: NameKind| {
        if kind == null {
            format!("{}_null", field.trim_end_matches('_'))
        } else {
            beside_changes(field.clone())
        }
    };
    let mut namespace = Namespace::with(reserved);
    let mut names = [value, null].map(|kind| {
        let names = fields.iter().zip(keys).map(|(field, key)| {
            let name = kept.get(key).map(|_| {
                let other = kept.get(&key.with_kind(kind));
                other.map_or_else(|| usual(field, kind), str::to_owned)
            });
            name.filter(|name| namespace.reserve(name))
        });
        (kind, names.collect::<Vec<_>>())
    });
    for (kind, names) in &mut names {
        for ((field, key), name) in fields.iter().zip(keys).zip(names) {
            let usual = usual(field, *kind);
            let name = name.get_or_insert_with(|| namespace.claim_or(usual.clone(), "_"));
            if *name != usual {
                given.insert(key.with_kind(*kind), name.clone());
            }
        }
    }
    let [(_, values), (_, nulls)] = names;
    let setters = values
        .into_iter()
        .flatten()
        .zip(nulls.into_iter().flatten());
    let setters = setters.map(|(value, null)| SetterNames { value, null });
    setters.collect()
}

/// `pet: Pet` says more than `body: Pet`.
fn body_name(api: &Api, body: &Property, types: &BTreeMap<TypeId, TypeNames>) -> String {
    match &body.ty {
        Type::Named(id) if api.type_def(*id).defined_in == DefinedIn::OwnFile => {
            case::snake(&types[id].ident)
        }
        _ => "body".to_owned(),
    }
}
