//! Constraints of values. The service checks them; docs and JSON Schemas state them.

use serde_json::{Map, Value};

use crate::api::Constraints;
use crate::document::{BOUNDS, KEYWORDS};

pub(super) fn of(schema: &Value) -> Constraints {
    let inner = ["items", "additionalProperties"];
    let inner = inner.iter().find_map(|keyword| schema.get(keyword));
    Constraints {
        own: of_value(schema),
        each: inner.map(of_value).unwrap_or_default(),
    }
}

fn of_value(schema: &Value) -> Map<String, Value> {
    let mut constraints = Map::new();
    for keyword in KEYWORDS.iter().filter(|keyword| keyword.is_documented) {
        if let Some(value) = schema.get(keyword.name) {
            constraints.insert(keyword.name.to_owned(), value.clone());
        }
    }
    // OpenAPI 3.0 has a flag that makes a bound exclusive, JSON Schema a keyword for each kind of bound.
    for (limit, exclusive) in BOUNDS {
        if schema.get(exclusive).and_then(Value::as_bool) == Some(true)
            && let Some(value) = constraints.remove(limit)
        {
            constraints.insert(exclusive.to_owned(), value);
        }
    }
    constraints
}

impl Constraints {
    /// Takes `readOnly` and `writeOnly` from where a value is used, not from where its schema is defined.
    pub(super) fn with_access_of(mut self, outer: Constraints) -> Self {
        let access = outer.own.into_iter();
        self.own
            .extend(access.filter(|(keyword, _)| is_access(keyword)));
        self
    }

    /// The same, and the default.
    pub(super) fn with_annotations_of(mut self, outer: Constraints) -> Self {
        if let Some(default) = outer.own.get("default") {
            self.own.insert("default".to_owned(), default.clone());
        }
        self.with_access_of(outer)
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
