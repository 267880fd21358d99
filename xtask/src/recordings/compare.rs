//! Compares recorded values with schemas.

use serde_json::{Map, Value};

use super::renames::Renames;

/// JSON pointers to members that differ from a schema.
#[derive(Debug, Default)]
pub(super) struct Differences {
    /// Members that the schema does not have, with the hint that they have another name.
    pub(super) gone: Vec<(String, String)>,
    /// Members that the schema requires and the value lacks.
    missing: Vec<String>,
    /// Members of another type, with the types of the schema.
    other: Vec<(String, String)>,
}

impl Differences {
    /// What to do about each of them.
    pub(super) fn instructions(self, side: &str, removal: &str, place: &str) -> Vec<String> {
        let gone = self.gone.into_iter();
        let gone = gone.map(|(at, hint)| format!("{at} of the {side} is gone: {hint}{removal}"));
        let missing = self.missing.into_iter();
        let missing =
            missing.map(|at| format!("{at} of the {side} is required: add it to {place}"));
        let other = self.other.into_iter().map(|(at, types)| {
            let at = if at.is_empty() { "the body" } else { &at };
            format!("{at} of the {side} should be of type {types}: change it in {place}")
        });
        gone.chain(missing).chain(other).collect()
    }
}

pub(super) struct Comparison<'a> {
    /// The document that references lead into.
    pub(super) root: &'a Value,
    pub(super) renames: &'a Renames,
}

impl Comparison<'_> {
    pub(super) fn compare(&self, schema: &Value, value: &Value, at: &str, found: &mut Differences) {
        let mut owner = "";
        let mut schema = schema;
        while let Some(target) = schema["$ref"].as_str() {
            let target = target.trim_start_matches('#');
            owner = target.rsplit('/').next().unwrap_or_default();
            schema = self.root.pointer(target).unwrap_or(&Value::Null);
        }
        let alternatives = ["oneOf", "anyOf"].into_iter();
        let alternatives: Vec<_> = alternatives
            .filter_map(|keyword| schema[keyword].as_array())
            .flatten()
            .map(|alternative| {
                let mut found = Differences::default();
                self.compare(alternative, value, at, &mut found);
                found
            })
            .collect();
        let differing =
            |found: &Differences| found.gone.len() + found.missing.len() + found.other.len();
        if let Some(mut nearest) = alternatives.into_iter().min_by_key(differing) {
            found.gone.append(&mut nearest.gone);
            found.missing.append(&mut nearest.missing);
            found.other.append(&mut nearest.other);
            return;
        }
        if !has_type(schema, value) {
            let types: Vec<&str> = types(schema).collect();
            found.other.push((at.to_owned(), types.join(" or ")));
            return;
        }
        match value {
            Value::Object(members) => {
                self.compare_members(schema, owner, members, at, found);
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.compare(&schema["items"], item, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }

    fn compare_members(
        &self,
        schema: &Value,
        owner: &str,
        members: &Map<String, Value>,
        at: &str,
        found: &mut Differences,
    ) {
        let additional = &schema["additionalProperties"];
        for (name, value) in members {
            let at = format!("{at}/{name}");
            if let Some(property) = schema["properties"].get(name) {
                self.compare(property, value, &at, found);
            } else if additional.is_object() {
                self.compare(additional, value, &at, found);
            } else if schema["properties"].is_object() && *additional != Value::Bool(true) {
                found.gone.push((at, self.renames.hint(owner, name)));
            }
        }
        let required = schema["required"].as_array().into_iter().flatten();
        let missing = required
            .filter_map(Value::as_str)
            .filter(|name| !members.contains_key(*name));
        found
            .missing
            .extend(missing.map(|name| format!("{at}/{name}")));
    }
}

/// The names of the types of a schema.
pub(super) fn types(schema: &Value) -> impl Iterator<Item = &str> {
    let list = schema["type"].as_array().into_iter().flatten();
    list.chain(Some(&schema["type"])).filter_map(Value::as_str)
}

/// Whether a value has one of the types of a schema. A schema without types has all.
pub(super) fn has_type(schema: &Value, value: &Value) -> bool {
    let is_one = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    let is_nullable = value.is_null() && schema["nullable"] == true;
    is_nullable || types(schema).next().is_none() || types(schema).any(is_one)
}
