//! Lists of types.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::constants::name;
use super::schema::is_composed;
use super::{Members, Upgrade};
use crate::diagnostics::Help;
use crate::document::keyword::{UNIONS, keyword};
use crate::format::known;
use crate::source::Pointer;

/// The number of types other than null. Integers count as numbers.
const ALL: usize = 5;

/// A keyword that moved: the index of the part, and the steps to it before and in the part.
type Gone = (usize, Vec<String>, Vec<String>);

impl Upgrade<'_> {
    pub(super) fn types(&mut self, schema: &mut Members) {
        let mut names: Vec<String> = match schema.get("type") {
            Some(Value::String(name)) if name == "null" => vec![name.clone()],
            Some(Value::Array(names))
                if !names.is_empty() && names.iter().all(Value::is_string) =>
            {
                names
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect()
            }
            _ => return,
        };
        let mut seen = Vec::new();
        names.retain(|name| {
            !seen.contains(name) && {
                seen.push(name.clone());
                true
            }
        });
        if names.iter().any(|name| name == "null") {
            schema.insert("nullable".to_owned(), json!(true));
            names.retain(|name| name != "null");
        }
        if names.iter().any(|name| name == "number") {
            names.retain(|name| name != "integer");
        }
        match names.as_slice() {
            [] => {
                schema.shift_remove("type");
                schema.insert("enum".to_owned(), json!([null]));
            }
            [name] => {
                schema.insert("type".to_owned(), json!(name));
            }
            names if names.len() == ALL => {
                schema.shift_remove("type");
            }
            names => self.split(schema, names),
        }
    }

    /// Infers a missing type from the keywords, and removes keywords that do not apply to the type.
    pub(super) fn settle_type(&self, schema: &mut Members) {
        let says = |key: &str| schema.contains_key(key);
        if says("items") || says("prefixItems") {
            assume(schema, "array");
        } else if says("patternProperties")
            || schema
                .get("additionalProperties")
                .is_some_and(Value::is_object)
        {
            assume(schema, "object");
        }
        let Some(name) = schema
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned)
        else {
            return;
        };
        let is_redundant = |(key, value): &(&String, &Value)| {
            let concerned = concerns(key, value);
            let is_checked_later = ["format", "uniqueItems"].contains(&key.as_str());
            !is_checked_later && !concerned.is_empty() && !concerned.contains(&name.as_str())
        };
        let redundant: Vec<String> = schema
            .iter()
            .filter(is_redundant)
            .map(|(key, _)| key.clone())
            .collect();
        for key in redundant {
            self.drop_redundant(schema, &key, &format!("the type `{name}`"));
        }
    }

    /// Removes a keyword that does not apply to any of the types of a schema.
    fn drop_redundant(&self, schema: &mut Members, key: &str, types: &str) {
        let message = format!("`{key}` does not apply to {types}, so it has no effect");
        let help = Help::new("fix the type, or remove the keyword").remove();
        self.drop_with_warning(schema, key, &message, help);
    }

    /// Splits a schema into one for each type, with the keywords that apply to it. No value matches two of them.
    fn split(&mut self, schema: &mut Members, names: &[String]) {
        schema.shift_remove("type");
        let mut parts: Vec<(String, Members)> = names
            .iter()
            .map(|name| {
                (
                    name.clone(),
                    Map::from_iter([("type".to_owned(), json!(name))]),
                )
            })
            .collect();
        if let Some(Value::Array(values)) = schema.shift_remove("enum") {
            for (part, members) in &mut parts {
                let fits = |value: &&Value| {
                    name(value) == part || (name(value) == "integer" && part == "number")
                };
                let listed: Vec<Value> = values.iter().filter(fits).cloned().collect();
                members.insert("enum".to_owned(), Value::Array(listed));
            }
            parts.retain(|(_, members)| {
                members
                    .get("enum")
                    .and_then(Value::as_array)
                    .is_some_and(|listed| !listed.is_empty())
            });
        }
        let is_redundant = |(key, value): &(&String, &Value)| {
            let concerned = concerns(key, value);
            !concerned.is_empty() && !names.iter().any(|name| concerned.contains(&name.as_str()))
        };
        let redundant: Vec<String> = schema
            .iter()
            .filter(is_redundant)
            .map(|(key, _)| key.clone())
            .collect();
        for key in redundant {
            self.drop_redundant(schema, &key, "any of the types");
        }
        let mut gone: Vec<Gone> = Vec::new();
        let mut outer = Map::new();
        for (key, value) in std::mem::take(schema) {
            let concerned = concerns(&key, &value);
            if concerned.is_empty() {
                outer.insert(key, value);
                continue;
            }
            for (index, (part, members)) in parts.iter_mut().enumerate() {
                if concerned.contains(&part.as_str()) {
                    members.insert(key.clone(), value.clone());
                    gone.push((index, vec![key.clone()], vec![key.clone()]));
                }
            }
        }
        *schema = outer;
        // The enumeration may leave only one of the types.
        if parts.len() == 1 {
            schema.extend(parts.swap_remove(0).1);
            return;
        }
        self.split_all_of(schema, &mut parts, &mut gone);
        let parts: Vec<Value> = parts
            .into_iter()
            .map(|(_, members)| Value::Object(members))
            .collect();
        let count = parts.len();
        let union = match UNIONS.iter().find(|key| !schema.contains_key(**key)) {
            Some(key) => {
                schema.insert((*key).to_owned(), Value::Array(parts));
                self.at.join(*key)
            }
            None => self
                .add_to_all_of(schema, json!({"oneOf": parts}))
                .join("oneOf"),
        };
        let part = |index: usize| union.join(index.to_string());
        let moves = gone.into_iter().map(|(index, from, to)| {
            let below = |at: Pointer, steps: Vec<String>| {
                steps.into_iter().fold(at, |at, step| at.join(step))
            };
            (below(self.at.clone(), from), below(part(index), to))
        });
        self.moved(moves.collect());
        for index in 0..count {
            self.added(&part(index), &self.at.clone());
        }
    }

    /// Moves the keywords of inline schemas in `allOf` to the parts for the types that they apply to.
    fn split_all_of(
        &mut self,
        schema: &mut Members,
        parts: &mut [(String, Members)],
        gone: &mut Vec<Gone>,
    ) {
        let Some(Value::Array(all_of)) = schema.get_mut("allOf") else {
            return;
        };
        for (index, member) in all_of.iter_mut().enumerate() {
            let Value::Object(member) = member else {
                continue;
            };
            let has = |key: &str| member.contains_key(key);
            if has("$ref") || has("type") || is_composed(member) {
                continue;
            }
            let mut applied = HashSet::new();
            for (at, (part, members)) in parts.iter_mut().enumerate() {
                let own = member.iter();
                let own = own.filter(|(key, value)| concerns(key, value).contains(&part.as_str()));
                let own: Members = own
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .collect();
                if own.is_empty() {
                    continue;
                }
                let list = members.entry("allOf").or_insert_with(|| json!([]));
                let Value::Array(list) = list else {
                    continue;
                };
                for key in own.keys() {
                    let step =
                        |index: usize| vec!["allOf".to_owned(), index.to_string(), key.clone()];
                    gone.push((at, step(index), step(list.len())));
                }
                applied.extend(own.keys().cloned());
                list.push(own.into());
            }
            member.retain(|key, _| !applied.contains(key));
            let is_redundant = |(key, value): &(&String, &Value)| !concerns(key, value).is_empty();
            let redundant = member.iter().filter(is_redundant);
            let redundant: Vec<String> = redundant.map(|(key, _)| key.clone()).collect();
            for key in redundant {
                let step = index.to_string();
                self.inside("allOf", |this| {
                    this.inside(&step, |this| {
                        this.drop_redundant(member, &key, "any of the types");
                    });
                });
            }
        }
        let is_empty = |schema: &Value| schema.as_object().is_some_and(Map::is_empty);
        if all_of.iter().all(is_empty) {
            schema.shift_remove("allOf");
        }
    }
}

/// The types that a keyword applies to; empty if it applies to all.
fn concerns(key: &str, value: &Value) -> &'static [&'static str] {
    let format = value.as_str().filter(|_| key == "format").and_then(known);
    match format {
        Some(format) => format.types,
        None => keyword(key).map_or(&[], |keyword| keyword.types),
    }
}

/// Sets the type of a schema that does not declare it.
pub(super) fn assume(schema: &mut Members, name: &str) {
    if !is_composed(schema) && !schema.contains_key("enum") {
        schema.entry("type").or_insert_with(|| json!(name));
    }
}
