//! Numbers in bodies: what they may be depends on whether the document describes them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::shapes::is_neutral;

/// The names of the document that tell which numbers it describes.
#[derive(Debug, Default)]
pub(super) struct Described {
    /// Properties that are numbers.
    numbers: BTreeSet<String>,
    /// All properties.
    properties: BTreeSet<String>,
    /// Properties whose members may be anything.
    free: BTreeSet<String>,
}

impl Described {
    /// Adds the properties below a value.
    pub(super) fn add(&mut self, value: &Value, root: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.add(item, root)),
            Value::Object(members) => {
                let properties = members.get("properties").and_then(Value::as_object);
                for (name, schema) in properties.into_iter().flatten() {
                    self.properties.insert(name.clone());
                    let Some(schema) = target(schema, root).as_object() else {
                        continue;
                    };
                    if is_number(schema, root) {
                        self.numbers.insert(name.clone());
                    } else if is_free(schema) {
                        self.free.insert(name.clone());
                    }
                }
                members.values().for_each(|member| self.add(member, root));
            }
            _ => {}
        }
    }

    /// The numbers of a body that may be more than counts, with their JSON pointers.
    pub(super) fn suspicious(&self, body: &Value, is_free: bool) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.visit(body, "", "", is_free, &mut found);
        found
    }

    fn visit(
        &self,
        value: &Value,
        at: &str,
        name: &str,
        is_free: bool,
        found: &mut Vec<(String, String)>,
    ) {
        match value {
            Value::Number(number) => {
                let text = number.to_string();
                let text = text.trim_start_matches('-');
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                let is_described = !is_free && self.numbers.contains(name);
                let is_count = if is_described {
                    number.as_f64().is_some_and(|number| number.abs() < 1e7)
                } else {
                    digits < if number.is_f64() { 3 } else { 4 }
                };
                if !is_count && !is_neutral(text) {
                    found.push((at.to_owned(), text.to_owned()));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.visit(item, &format!("{at}/{index}"), name, is_free, found);
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    let is_free =
                        is_free || self.free.contains(name) || !self.properties.contains(name);
                    self.visit(value, &format!("{at}/{name}"), name, is_free, found);
                }
            }
            _ => {}
        }
    }
}

/// What a reference leads to; otherwise the schema itself.
fn target<'v>(schema: &'v Value, root: &'v Value) -> &'v Value {
    let name = schema.get("$ref").and_then(Value::as_str);
    let name = name.and_then(|name| name.strip_prefix('#'));
    name.and_then(|name| root.pointer(name)).unwrap_or(schema)
}

/// Whether a schema describes numbers, or lists of them.
fn is_number(schema: &Map<String, Value>, root: &Value) -> bool {
    let items = schema.get("items").map(|items| target(items, root));
    let kinds = [
        schema.get("type"),
        items.and_then(|items| items.get("type")),
    ];
    let mut kinds = kinds.into_iter().flatten();
    kinds.any(|kind| kind == "number" || kind == "integer")
}

/// Whether a schema describes objects, or anything, without the names of members.
fn is_free(schema: &Map<String, Value>) -> bool {
    let is_object = schema.get("type").is_none_or(|kind| kind == "object");
    let structured = ["properties", "$ref", "allOf", "oneOf", "anyOf"];
    is_object
        && !structured
            .iter()
            .any(|keyword| schema.contains_key(*keyword))
}
