//! `const`, and unions of constants, which become enumerations with a description for each value.

use serde_json::{Value, json};

use super::schema::is_composed;
use super::{Members, Upgrade};

/// Keywords that a schema of a constant may have in addition to its value.
const SIBLINGS: &[&str] = &["type", "title", "description", "deprecated", "$comment"];

impl Upgrade<'_> {
    /// Turns `const` into an enumeration of one value, and adds the type, which may be omitted in 3.1.
    pub(super) fn constant(&mut self, schema: &mut Members) {
        if let Some(value) = schema.shift_remove("const") {
            schema.insert("enum".to_owned(), Value::Array(vec![value]));
            self.added(&self.below(&["enum"]), &self.below(&["const"]));
        }
        let Some(Value::Array(values)) = schema.get("enum") else {
            return;
        };
        let has_null = values.contains(&Value::Null);
        let others: Vec<Value> = values
            .iter()
            .filter(|value| !value.is_null())
            .cloned()
            .collect();
        if has_null {
            schema.insert("nullable".to_owned(), json!(true));
            if others.is_empty() {
                schema.shift_remove("type");
            }
        }
        if is_composed(schema) || schema.contains_key("type") || others.is_empty() {
            return;
        }
        let types = match type_of(&others) {
            Some(name) => json!(name),
            // They are split when lists of types are.
            None => others.iter().map(name).collect(),
        };
        schema.insert("type".to_owned(), types);
    }
}

/// Turns a union of constants into an enumeration.
pub(super) fn constants(schema: &mut Members, key: &str) {
    let is_taken = ["enum", "const", "discriminator"]
        .iter()
        .any(|other| schema.contains_key(*other));
    let Some(Value::Array(members)) = schema.get(key) else {
        return;
    };
    let listed: Option<Vec<_>> = members.iter().map(values_of).collect();
    let listed: Vec<Listed> = listed.unwrap_or_default().into_iter().flatten().collect();
    let values: Vec<Value> = listed.iter().map(|listed| listed.value.clone()).collect();
    let Some(name) = type_of(&values).filter(|_| !is_taken) else {
        return;
    };
    if schema
        .get("type")
        .is_some_and(|declared| declared != name && !declared.is_array())
    {
        return;
    }
    schema.shift_remove(key);
    schema.entry("type").or_insert_with(|| json!(name));
    let docs: fn(&Listed) -> &Value = |listed| &listed.docs;
    let name: fn(&Listed) -> &Value = |listed| &listed.name;
    for (keyword, part) in [("x-enum-descriptions", docs), ("x-enum-varnames", name)] {
        let parts: Vec<&Value> = listed.iter().map(part).collect();
        if parts.iter().any(|part| part.is_string()) {
            schema.entry(keyword).or_insert_with(|| json!(parts));
        }
    }
    schema.insert("enum".to_owned(), Value::Array(values));
}

/// A constant of a union, with its description and its name or null.
struct Listed {
    value: Value,
    docs: Value,
    name: Value,
}

/// The values that a schema lists, if the schema does nothing else. A title names a number, and describes a string.
fn values_of(schema: &Value) -> Option<Vec<Listed>> {
    let members = schema.as_object()?;
    let is_known =
        |key: &String| key == "const" || key == "enum" || SIBLINGS.contains(&key.as_str());
    if !members.keys().all(is_known) {
        return None;
    }
    let values = match (members.get("const"), members.get("enum")) {
        (Some(value), None) => vec![value.clone()],
        (None, Some(Value::Array(values))) => values.clone(),
        _ => return None,
    };
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let is_name = |title: &&str| match values.as_slice() {
        [Value::Number(_)] => true,
        values => values.iter().any(|value| value.as_str() == Some(*title)),
    };
    let docs = text("description").or_else(|| text("title").filter(|title| !is_name(title)));
    let name = text("title").filter(|_| matches!(values.as_slice(), [Value::Number(_)]));
    let listed = values.iter().map(|value| Listed {
        value: value.clone(),
        docs: json!(docs),
        name: json!(name),
    });
    Some(listed.collect())
}

/// The type that all values have in common.
pub(super) fn type_of(values: &[Value]) -> Option<&'static str> {
    let (first, rest) = values.split_first()?;
    let both = |all: &'static str, one: &Value| match (all, name(one)) {
        (all, one) if all == one => Some(all),
        ("integer", "number") | ("number", "integer") => Some("number"),
        _ => None,
    };
    rest.iter()
        .try_fold(name(first), both)
        .filter(|name| *name != "null")
}

/// The type of a value.
pub(super) fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
