//! The bounds of a value, in words. The service checks them; the docs tell them.

use serde_json::Value;

use crate::api::Limits;

pub(super) fn of(schema: &Value) -> Limits {
    let mut limits = Vec::new();
    if let Some(text) = of_value(schema) {
        limits.push(text);
    }
    for (keyword, whose) in [("items", "Each"), ("additionalProperties", "Values")] {
        if let Some(text) = schema.get(keyword).and_then(of_value) {
            limits.push(format!("{whose}: {}", lower_first(&text)));
        }
    }
    if let Some(default) = schema.get("default") {
        limits.push(format!("Default: `{default}`"));
    }
    Limits(limits)
}

fn of_value(schema: &Value) -> Option<String> {
    let number = |keyword: &str| {
        schema
            .get(keyword)
            .and_then(Value::as_number)
            .map(ToString::to_string)
    };
    let mut said = Vec::new();
    for (min, max, unit) in [
        ("minLength", "maxLength", " character"),
        ("minItems", "maxItems", " item"),
        ("minProperties", "maxProperties", " member"),
        ("minimum", "maximum", ""),
    ] {
        said.extend(range(number(min), number(max), unit));
    }
    for (keyword, words) in [
        ("exclusiveMinimum", "more than"),
        ("exclusiveMaximum", "less than"),
    ] {
        let limit = keyword.replace("exclusive", "").to_lowercase();
        if schema.get(keyword).and_then(Value::as_bool) == Some(true)
            && let Some(number) = number(&limit)
        {
            said.push(format!("{words} {number}"));
        }
    }
    if let Some(number) = number("multipleOf") {
        said.push(format!("a multiple of {number}"));
    }
    if schema.get("uniqueItems").and_then(Value::as_bool) == Some(true) {
        said.push("no item twice".to_owned());
    }
    let listed = schema.get("enum").and_then(Value::as_array);
    if let Some(values) = listed.filter(|values| !values.iter().all(Value::is_string)) {
        let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
        said.push(format!("one of {}", values.join(", ")));
    }
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        said.push(format!("matching `{pattern}`"));
    }
    (!said.is_empty()).then(|| upper_first(&said.join(", ")))
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
    fn limits_read_as_sentences() {
        let words = |schema: Value| of(&schema).0.join(". ");
        assert_eq!(
            words(json!({"minLength": 28, "maxLength": 36})),
            "28 to 36 characters"
        );
        assert_eq!(words(json!({"minLength": 1})), "At least 1 character");
        assert_eq!(
            words(json!({"maxItems": 100, "items": {"maxLength": 5}})),
            "At most 100 items. Each: at most 5 characters"
        );
        assert_eq!(
            words(json!({"minimum": 1, "maximum": 2_592_000_000_u64})),
            "1 to 2592000000"
        );
        assert_eq!(
            words(json!({"minLength": 3, "maxLength": 3, "pattern": "^a"})),
            "Exactly 3 characters, matching `^a`"
        );
        assert_eq!(
            words(json!({"additionalProperties": {"maxLength": 200}})),
            "Values: at most 200 characters"
        );
        assert_eq!(words(json!({"default": "asc"})), "Default: `\"asc\"`");
    }
}
