//! Values of bodies and parameters, with the schemas that describe them.

use std::collections::BTreeSet;

use serde_json::{Map, Number, Value, json};

use super::instants::Instants;
use super::object;
use super::placeholders::{Placeholders, neutral, neutral_number};
use crate::document::{Operation, Schema};

/// The smallest number that may be more than a count: a telephone number, a time, an account.
const LARGE: f64 = 1_000_000.0;

pub(super) struct Sanitizer<'a> {
    pub(super) placeholders: &'a mut Placeholders,
    pub(super) instants: &'a mut Instants,
    /// The strings and numbers of the scenario.
    pub(super) sent: &'a BTreeSet<String>,
    /// The names of all properties of the document.
    pub(super) properties: &'a BTreeSet<String>,
    /// JSON pointers to the unknown members of the body.
    pub(super) unknown: Vec<String>,
    /// The input for a page token, and the JSON pointer to the next one in a response.
    pub(super) paging: Option<(String, String)>,
}

impl Sanitizer<'_> {
    /// A parameter of the query. Maps have parameters such as `tags.color`.
    pub(super) fn parameter(
        &mut self,
        operation: Operation<'_>,
        name: &str,
        value: &str,
    ) -> (String, String) {
        if self.paging.as_ref().is_some_and(|(token, _)| token == name) {
            return (name.to_owned(), self.placeholders.token(value));
        }
        if let Some(schema) = operation.parameter("query", name) {
            return (name.to_owned(), self.text(Some(&schema), value));
        }
        let Some((map, key)) = name.split_once('.') else {
            return (self.name(name), self.free(value));
        };
        let Some(schema) = operation.parameter("query", map) else {
            return (self.name(name), self.free(value));
        };
        let additional = schema.additional();
        (
            format!("{map}.{}", self.name(key)),
            self.text(additional.as_ref(), value),
        )
    }

    /// A body. What is not JSON becomes neutral text.
    pub(super) fn body(
        &mut self,
        schema: Option<&Schema<'_>>,
        body: &[u8],
        is_page: bool,
    ) -> Vec<u8> {
        if body.is_empty() {
            return Vec::new();
        }
        self.unknown.clear();
        match serde_json::from_slice(body) {
            Ok(value) => {
                let mut value: Value = value;
                let next = self
                    .paging
                    .as_ref()
                    .map(|(_, next)| next.clone())
                    .filter(|_| is_page);
                let next = next.filter(|next| value.pointer(next).is_some_and(Value::is_string));
                let token = next
                    .as_ref()
                    .and_then(|next| value.pointer(next)?.as_str().map(str::to_owned));
                value = self.value(schema, &value, "");
                if let (Some(next), Some(token)) = (next, token)
                    && let Some(place) = value.pointer_mut(&next)
                {
                    *place = self.placeholders.token(&token).into();
                }
                value.to_string().into_bytes()
            }
            Err(_) => neutral(&String::from_utf8_lossy(body)).into_bytes(),
        }
    }

    /// A string, as its schema describes it.
    pub(super) fn text(&mut self, schema: Option<&Schema<'_>>, text: &str) -> String {
        let Some(schema) = schema else {
            return self.free(text);
        };
        if schema.lists(&text.into()) {
            return text.to_owned();
        }
        if let Some(id_type) = schema.id_type() {
            return self.placeholders.id(id_type, text);
        }
        let is_instant = schema
            .keyword("format")
            .is_some_and(|format| format == "date-time");
        if is_instant && let Some(moved) = self.instants.moved(text) {
            return moved;
        }
        let kind = schema.keyword("type").and_then(Value::as_str);
        let is_plain = text == "true" || text == "false" || is_small(text);
        if is_plain && kind.is_some_and(|kind| kind != "string") {
            return text.to_owned();
        }
        self.free(text)
    }

    /// A string that may be anything.
    fn free(&mut self, text: &str) -> String {
        if let Some(placeholder) = self.placeholders.known(text) {
            return placeholder.to_owned();
        }
        if self.sent.contains(text) && !self.placeholders.is_in(text) {
            return text.to_owned();
        }
        neutral(text)
    }

    /// A number. Where the document describes no number, it may be a code or a place, however small it is.
    fn number(&self, schema: Option<&Schema<'_>>, number: &Number) -> Value {
        let text = number.to_string();
        let kind = schema.and_then(|schema| schema.keyword("type")?.as_str());
        let is_described = matches!(kind, Some("number" | "integer"));
        match is_described {
            _ if self.sent.contains(&text) => number.clone().into(),
            true if is_small(&text) => number.clone().into(),
            true => 1_000_000.into(),
            false => neutral_number(number),
        }
    }

    /// A name that is not in the document. Names of one object stay different.
    fn name(&mut self, name: &str) -> String {
        if self.sent.contains(name) && !self.placeholders.is_in(name) {
            return name.to_owned();
        }
        self.placeholders.name(name)
    }

    fn value(&mut self, schema: Option<&Schema<'_>>, value: &Value, at: &str) -> Value {
        let chosen = schema.map(|schema| schema.nearest(value));
        let schema = chosen.as_ref();
        match value {
            Value::String(text) => self.text(schema, text).into(),
            Value::Number(number) => self.number(schema, number),
            Value::Array(items) => {
                let schema = schema.and_then(Schema::items);
                let items = items.iter().zip(0..);
                let items = items.map(|(item, index): (_, usize)| {
                    self.value(schema.as_ref(), item, &format!("{at}/{index}"))
                });
                items.collect()
            }
            Value::Object(members) => self.members(schema, members, at),
            other => other.clone(),
        }
    }

    fn members(
        &mut self,
        schema: Option<&Schema<'_>>,
        members: &Map<String, Value>,
        at: &str,
    ) -> Value {
        let additional = schema.and_then(Schema::additional);
        let is_closed = additional.is_none() && schema.is_some_and(Schema::has_properties);
        let members = members.iter().map(|(name, value)| {
            let property = schema.and_then(|schema| schema.property(name));
            // Where the document lists the names, a new one is usually a word that it uses elsewhere.
            let is_kept = property.is_some() || (is_closed && self.properties.contains(name));
            let written = if is_kept {
                name.clone()
            } else {
                self.name(name)
            };
            let at = format!("{at}/{}", written.replace('~', "~0").replace('/', "~1"));
            let value = match (property, schema) {
                (Some(property), _) => self.value(Some(&property), value, &at),
                (None, _) if is_closed => {
                    self.unknown.push(at);
                    placeholder(value)
                }
                (None, _) => self.value(additional.as_ref(), value, &at),
            };
            (written, value)
        });
        object(members.collect::<Vec<_>>())
    }
}

/// A value of the same type that says nothing.
fn placeholder(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => false.into(),
        Value::Number(_) => 0.into(),
        Value::String(text) => neutral(text).into(),
        Value::Array(_) => json!([]),
        Value::Object(_) => json!({}),
    }
}

fn is_small(number: &str) -> bool {
    number
        .parse::<f64>()
        .is_ok_and(|number| number.abs() < LARGE)
}
