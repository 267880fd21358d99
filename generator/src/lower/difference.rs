//! How two shapes differ, in words.

use std::collections::BTreeSet;

use crate::api::Shape;

/// The differences of the other shape from this one: ``only the other one has `a` ``.
pub(super) fn difference(this: &Shape, other: &Shape) -> String {
    let (mine, others) = (names(this), names(other));
    match (this, other) {
        (Shape::Object(this), Shape::Object(other)) => {
            let changed = this.properties.iter().filter(|property| {
                let mut same = other.properties.iter();
                same.any(|other| other.name == property.name && other != *property)
            });
            in_words([
                ("only this one has", mine.difference(&others).collect()),
                ("only the other one has", others.difference(&mine).collect()),
                (
                    "they differ in",
                    changed.map(|property| &property.name).collect(),
                ),
            ])
        }
        (Shape::Enumeration(_), Shape::Enumeration(_)) => in_words([
            ("only this one lists", mine.difference(&others).collect()),
            (
                "only the other one lists",
                others.difference(&mine).collect(),
            ),
            ("", Vec::new()),
        ]),
        (Shape::Union(_), Shape::Union(_)) => "their alternatives differ".to_owned(),
        (this, other) => format!(
            "this one is {}, the other one is {}",
            kind(this),
            kind(other)
        ),
    }
}

/// The names of properties, or the values of an enumeration.
fn names(shape: &Shape) -> BTreeSet<String> {
    match shape {
        Shape::Object(object) => object
            .properties
            .iter()
            .map(|property| property.name.clone())
            .collect(),
        Shape::Enumeration(enumeration) => enumeration
            .values
            .iter()
            .map(|value| value.value.to_string())
            .collect(),
        Shape::Union(_) | Shape::StringNewtype => BTreeSet::new(),
    }
}

/// The most names in a sentence.
const MOST: usize = 5;

fn in_words(parts: [(&str, Vec<&String>); 3]) -> String {
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let parts = parts.map(|(words, names)| {
        let shown = names.iter().take(MOST).map(|name| format!("`{name}`"));
        let more = if names.len() > MOST { ", …" } else { "" };
        format!("{words} {}{more}", shown.collect::<Vec<_>>().join(", "))
    });
    match parts.collect::<Vec<_>>() {
        none if none.is_empty() => "they differ in what their properties refer to".to_owned(),
        some => some.join("; "),
    }
}

fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Object(_) => "an object",
        Shape::Enumeration(_) => "an enumeration",
        Shape::Union(_) => "a union",
        Shape::StringNewtype => "a string",
    }
}
