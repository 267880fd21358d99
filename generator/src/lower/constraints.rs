//! Constraints of values. The service checks them; docs and JSON Schemas state them.

use serde_json::{Map, Value};

use crate::api::Constraints;
use crate::document::{BOUNDS, KEYWORDS, Keyword, Role, UNIONS, keyword};

/// The documented constraints of a schema, without those of schemas that it refers to.
pub(crate) fn of(schema: &Value) -> Constraints {
    let inner = ["items", "additionalProperties"];
    let inner = inner.iter().find_map(|keyword| schema.get(keyword));
    let of = |schema| Constraints {
        own: of_value(schema),
        each: None,
    };
    of(schema).holding(inner.map(of).unwrap_or_default())
}

fn of_value(schema: &Value) -> Map<String, Value> {
    let mut constraints = Map::new();
    let ty = schema.get("type").and_then(Value::as_str);
    // Constraints of other types of values restrict nothing.
    let restricts = |keyword: &Keyword| {
        keyword.role != Role::Constraint || ty.is_none_or(|ty| keyword.applies_to(ty))
    };
    let documented = KEYWORDS.iter().filter(|keyword| keyword.is_documented);
    for keyword in documented.filter(|keyword| restricts(keyword)) {
        if let Some(value) = schema.get(keyword.name) {
            constraints.insert(keyword.name.to_owned(), value.clone());
        }
    }
    // Values of another type are reported where the schema is read, and no value of the type is one of them.
    let has_type: Option<fn(&Value) -> bool> = match ty {
        Some("boolean") => Some(Value::is_boolean),
        Some("integer" | "number") => Some(Value::is_number),
        _ => None,
    };
    if let (Some(Value::Array(values)), Some(has_type)) = (constraints.get_mut("enum"), has_type) {
        values.retain(|value| value.is_null() || has_type(value));
        if values.iter().all(Value::is_null) {
            constraints.remove("enum");
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
    for key in UNIONS {
        let alternatives = schema.get(key).and_then(Value::as_array);
        let alternatives = alternatives.map(|alternatives| alternatives.iter().collect::<Vec<_>>());
        if let Some(limits) = alternatives.and_then(|all| alternative_limits(&all)) {
            constraints.insert(key.to_owned(), limits);
        }
    }
    constraints
}

/// The constraints of alternatives that do nothing but restrict values of one type.
fn alternative_limits(alternatives: &[&Value]) -> Option<Value> {
    let mut types = alternatives
        .iter()
        .map(|alternative| alternative.get("type"));
    let first = types.next()?;
    if !types.all(|ty| ty == first) {
        return None;
    }
    let limits = alternatives.iter().map(|alternative| {
        let is_limit = |key: &str| {
            let keyword = keyword(key);
            keyword.is_some_and(|keyword| {
                keyword.role == Role::Annotation
                    || keyword.role == Role::Constraint && keyword.is_documented
            }) || BOUNDS.iter().any(|(_, exclusive)| *exclusive == key)
                || ["type", "format"].contains(&key)
        };
        let members = alternative.as_object()?;
        let mut limits = of_value(alternative);
        limits
            .retain(|key, _| keyword(key).is_some_and(|keyword| keyword.role != Role::Annotation));
        (members.keys().all(|key| is_limit(key)) && !limits.is_empty())
            .then(|| Value::Object(limits))
    });
    limits.collect()
}

/// A sentence about the properties of an object that only some of its alternatives require.
pub(super) fn required_alternatives(schema: &Value) -> Option<String> {
    let alternatives = UNIONS
        .iter()
        .find_map(|keyword| schema.get(keyword)?.as_array())?;
    let names = alternatives.iter().map(|alternative| {
        let members = alternative.as_object()?;
        let names = members
            .get("required")?
            .as_array()
            .filter(|_| members.len() == 1)?;
        let names = names
            .iter()
            .map(|name| Some(format!("`{}`", name.as_str()?)));
        let names: Vec<String> = names.collect::<Option<_>>()?;
        (!names.is_empty()).then(|| names.join(" and "))
    });
    let names: Vec<String> = names.collect::<Option<_>>()?;
    (names.len() > 1).then(|| format!("Required: {}.", names.join(", or ")))
}

impl Constraints {
    /// Adds the constraints of alternatives of one type. They are known already if all of these are written in place.
    pub(super) fn with_alternatives(mut self, alternatives: &[&Value]) -> Self {
        let is_known = UNIONS.iter().any(|keyword| self.own.contains_key(*keyword));
        if let Some(limits) = alternative_limits(alternatives).filter(|_| !is_known) {
            self.own.insert("anyOf".to_owned(), limits);
        }
        self
    }

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

    /// Adds the constraints of another schema for the same value. Where both have a keyword, the other one's applies.
    pub(super) fn and(mut self, other: Constraints) -> Self {
        self.own.extend(other.own);
        match other.each {
            Some(each) => self.holding(*each),
            None => self,
        }
    }

    /// Adds constraints of the items or values in it.
    pub(super) fn holding(mut self, each: Constraints) -> Self {
        let known = self.each.take().map(|known| *known);
        let each = known.unwrap_or_default().and(each);
        self.each = (each != Constraints::default()).then(|| Box::new(each));
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
