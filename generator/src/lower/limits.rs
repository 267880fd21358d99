//! Constraints of values. The service checks them; docs and JSON Schemas state them.

use serde_json::{Map, Value};

use crate::api::Limits;

/// Keywords with the same meaning in JSON Schema.
const SAME: [&str; 16] = [
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minimum",
    "maximum",
    "multipleOf",
    "uniqueItems",
    "enum",
    "pattern",
    "format",
    "default",
    "readOnly",
    "writeOnly",
];

/// OpenAPI 3.0 has a limit and a flag that makes it exclusive; JSON Schema has separate keywords.
const EXCLUSIVE: [(&str, &str); 2] = [
    ("minimum", "exclusiveMinimum"),
    ("maximum", "exclusiveMaximum"),
];

pub(super) fn of(schema: &Value) -> Limits {
    let inner = ["items", "additionalProperties"];
    let inner = inner.iter().find_map(|keyword| schema.get(keyword));
    Limits {
        own: of_value(schema),
        each: inner.map(of_value).unwrap_or_default(),
    }
}

fn of_value(schema: &Value) -> Map<String, Value> {
    let mut limits = Map::new();
    for keyword in SAME {
        if let Some(value) = schema.get(keyword) {
            limits.insert(keyword.to_owned(), value.clone());
        }
    }
    for (limit, exclusive) in EXCLUSIVE {
        if schema.get(exclusive).and_then(Value::as_bool) == Some(true)
            && let Some(value) = limits.remove(limit)
        {
            limits.insert(exclusive.to_owned(), value);
        }
    }
    limits
}

impl Limits {
    /// Takes `readOnly` and `writeOnly` from where a value is used, not from where its schema is defined.
    pub(super) fn with_access_of(mut self, outer: Limits) -> Self {
        let access = outer.own.into_iter();
        self.own
            .extend(access.filter(|(keyword, _)| is_access(keyword)));
        self
    }

    /// Removes `readOnly` and `writeOnly`, which mean nothing for a parameter.
    pub(super) fn without_access(mut self) -> Self {
        self.own.retain(|keyword, _| !is_access(keyword));
        self
    }
}

fn is_access(keyword: &str) -> bool {
    keyword == "readOnly" || keyword == "writeOnly"
}
