//! Names that the document gives to values, where others are kept.

use super::claims::Claims;
use super::members::names_of_values;
use super::namespace::Namespace;
use super::{TypeNames, claims};
use crate::api::{Api, Shape, TypeId};
use crate::diagnostics::{Code, Reporter};
use crate::options::{KeptNames, Key, NameKind};

/// Reports the values of an enumeration whose names in `x-enum-varnames` have no effect.
pub(super) fn report(api: &Api, id: TypeId, names: &TypeNames, reporter: &Reporter) {
    let def = api.type_def(id);
    let Shape::Enumeration(enumeration) = &def.shape else {
        return;
    };
    let values = &enumeration.values;
    if values.iter().all(|value| value.name.is_none()) {
        return;
    }
    let texts: Vec<String> = values.iter().map(|value| value.value.to_string()).collect();
    let owner = Key::of_type(&api.type_key(id), NameKind::Member);
    let keys = claims::keys_of_members(&owner, texts.iter().map(String::as_str));
    let words = values
        .iter()
        .zip(&texts)
        .map(|(value, text)| &**value.name.as_ref().unwrap_or(text));
    let of_values = names_of_values(words.clone());
    let wanted = keys.into_iter().zip(words).zip(of_values);
    let wanted = wanted.map(|((key, words), name)| (key, words, name));
    let wanted: Vec<_> = wanted.collect();
    let namespace = Namespace::with(&[&*names.catch_all]);
    let mut claims = Claims::new(namespace, &KeptNames::default(), []);
    let chosen = claims.claim_all(&wanted);
    let lines = values
        .iter()
        .zip(&texts)
        .zip(names.members.iter().zip(&chosen));
    let lines = lines.filter(|((value, _), (kept, chosen))| value.name.is_some() && kept != chosen);
    let lines: Vec<(&String, &String, &String)> = lines
        .map(|((_, text), (kept, chosen))| (text, kept, chosen))
        .collect();
    let Some((text, kept, chosen)) = lines.first() else {
        return;
    };
    let more = match lines.len() - 1 {
        0 => String::new(),
        1 => "; the same applies to another value".to_owned(),
        more => format!("; the same applies to {more} other values"),
    };
    let message = format!(
        "the name `{chosen}` of the value `{text}` has no effect: the earlier name `{kept}` is kept{more}"
    );
    let help = format!(
        "delete `{text}: {kept}` from the members of `{}` in `names.yaml`, which breaks programs that use the variant, or remove the name",
        api.type_key(id)
    );
    reporter.warning(Code::KeptName, &def.at, message, help);
}
