//! The constraints of a value, in words. The service enforces them; the docs mention them.

use serde_json::{Map, Value};

use crate::api::{Constraints, Type};

/// Sentences about the constraints.
pub(super) fn sentences(constraints: &Constraints, ty: &Type) -> String {
    let sentences = in_words(constraints, ty).into_iter();
    let sentences: Vec<String> = sentences.map(|text| text + ".").collect();
    sentences.join(" ")
}

/// Sentences without the full stop.
fn in_words(constraints: &Constraints, ty: &Type) -> Vec<String> {
    let default = constraints.own.get("default");
    let default = default.map(|default| format!("Default: `{default}`"));
    let access = [
        ("readOnly", "Only in responses"),
        ("writeOnly", "Only in requests"),
    ];
    let access = access.into_iter().find_map(|(keyword, words)| {
        let value = constraints.own.get(keyword).and_then(Value::as_bool);
        (value == Some(true)).then(|| words.to_owned())
    });
    let mut words = Vec::from_iter(of_value(&constraints.own));
    add_each(constraints, ty, None, &mut words);
    words.extend(default.into_iter().chain(access));
    words
}

/// Adds words about the items of a list or the values of a map, and about those inside of them.
fn add_each(constraints: &Constraints, ty: &Type, of: Option<&str>, words: &mut Vec<String>) {
    let (noun, held) = match ty {
        Type::Nullable(inner) => return add_each(constraints, inner, of, words),
        Type::Array(item) => ("item", item),
        Type::Map(value) => ("value", value),
        _ => return,
    };
    let Some(each) = &constraints.each else {
        return;
    };
    let (subject, noun) = match (of, noun) {
        (None, "item") => ("Each".to_owned(), "each".to_owned()),
        (None, _) => ("Values".to_owned(), "each value".to_owned()),
        (Some(of), noun) => (
            format!("Each {noun} of {of}"),
            format!("each {noun} of {of}"),
        ),
    };
    words.extend(of_value(&each.own).map(|text| format!("{subject}: {}", lower_first(&text))));
    add_each(each, held, Some(&noun), words);
}

fn of_value(constraints: &Map<String, Value>) -> Option<String> {
    let number = |keyword: &str| {
        constraints
            .get(keyword)
            .and_then(Value::as_number)
            .map(ToString::to_string)
    };
    let mut limits = Vec::new();
    for (min, max, unit) in [
        ("minLength", "maxLength", " character"),
        ("minItems", "maxItems", " item"),
        ("minProperties", "maxProperties", " member"),
        ("minimum", "maximum", ""),
    ] {
        limits.extend(range(number(min), number(max), unit));
    }
    for (keyword, words) in [
        ("exclusiveMinimum", "more than"),
        ("exclusiveMaximum", "less than"),
    ] {
        if let Some(number) = number(keyword) {
            limits.push(format!("{words} {number}"));
        }
    }
    if let Some(number) = number("multipleOf") {
        limits.push(format!("a multiple of {number}"));
    }
    if constraints.get("uniqueItems").and_then(Value::as_bool) == Some(true) {
        limits.push("no duplicate items".to_owned());
    }
    let listed = constraints.get("enum").and_then(Value::as_array);
    if let Some(values) = listed.filter(|values| !values.iter().all(Value::is_string)) {
        let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
        limits.push(format!("one of {}", values.join(", ")));
    }
    if let Some(pattern) = constraints.get("pattern").and_then(Value::as_str) {
        limits.push(format!("matching `{pattern}`"));
    }
    let alternatives = ["anyOf", "oneOf"]
        .iter()
        .filter_map(|keyword| constraints.get(*keyword)?.as_array());
    for alternatives in alternatives {
        let words = alternatives.iter().filter_map(|alternative| {
            let limits = alternative.as_object()?;
            let format = limits.get("format").and_then(Value::as_str);
            let format = format.map(|format| format!("in the format `{format}`"));
            let limits = of_value(limits).map(|limits| lower_first(&limits));
            let words: Vec<String> = format.into_iter().chain(limits).collect();
            Some(words.join(", "))
        });
        limits.push(format!(
            "either {}",
            words.collect::<Vec<_>>().join(", or ")
        ));
    }
    (!limits.is_empty()).then(|| upper_first(&limits.join(", ")))
}

fn range(min: Option<String>, max: Option<String>, unit: &str) -> Option<String> {
    let plural = |number: &str| {
        if unit.is_empty() || number == "1" {
            ""
        } else {
            "s"
        }
    };
    match (min, max) {
        (None, None) => None,
        (Some(min), Some(max)) if min == max => {
            Some(format!("exactly {min}{unit}{}", plural(&min)))
        }
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}{}", plural(&max))),
        (Some(min), None) => Some(format!("at least {min}{unit}{}", plural(&min))),
        (None, Some(max)) => Some(format!("at most {max}{unit}{}", plural(&max))),
    }
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn limits_become_sentences() {
        let words = |own: Value, each: Value| {
            let map = |value: Value| value.as_object().cloned().unwrap_or_default();
            let constraints = Constraints {
                own: map(own),
                each: Some(Box::new(Constraints {
                    own: map(each),
                    each: None,
                })),
            };
            in_words(&constraints, &Type::Array(Box::new(Type::String))).join(". ")
        };
        let own = |own: Value| words(own, Value::Null);
        assert_eq!(
            own(json!({"minLength": 28, "maxLength": 36})),
            "28 to 36 characters"
        );
        assert_eq!(own(json!({"minLength": 1})), "At least 1 character");
        assert_eq!(
            words(json!({"maxItems": 100}), json!({"maxLength": 5})),
            "At most 100 items. Each: at most 5 characters"
        );
        assert_eq!(
            own(json!({"minimum": 1, "maximum": 2_592_000_000_u64})),
            "1 to 2592000000"
        );
        assert_eq!(
            own(json!({"exclusiveMinimum": 0, "maximum": 1})),
            "At most 1, more than 0"
        );
        assert_eq!(
            own(json!({"minLength": 3, "maxLength": 3, "pattern": "^a"})),
            "Exactly 3 characters, matching `^a`"
        );
        assert_eq!(
            own(
                json!({"maxLength": 9, "anyOf": [{"format": "ipv4"}, {"format": "ipv6", "minLength": 3}]})
            ),
            "At most 9 characters, either in the format `ipv4`, or in the format `ipv6`, at least 3 characters"
        );
        assert_eq!(own(json!({"default": "asc"})), "Default: `\"asc\"`");
        assert_eq!(own(json!({"readOnly": true})), "Only in responses");
        assert_eq!(own(json!({"writeOnly": false})), "");
    }
}
