//! Makes up values that match a JSON Schema. The same schema gives the same value.
//!
//! The sampler of the runtime draws random values, for tests of programs. This one makes plain values for people to read in
//! recordings, with all members or only the required ones, and with a certain alternative of each union.

mod pattern;

use std::iter;

use serde_json::{Map, Value, json};

/// The members that a value has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All members.
    All,
    /// Only the required members.
    Required,
}

/// The direction of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// An input, without members that are read-only.
    Input,
    /// An output, without members that are write-only.
    Output,
}

/// Below this level a value has only its required members, because a schema may refer to itself.
const DEEPEST: usize = 6;

/// Above this level are the inputs themselves. An empty list or object would disappear in inputs that are not sent as JSON.
const TOP: usize = 3;

/// Below this level every value is null, because a finite value cannot match a schema that requires itself.
const BOTTOM: usize = 60;

/// Makes up values for a schema. References lead to definitions only.
pub(crate) struct Sampler<'a> {
    pub(crate) definitions: &'a Value,
    pub(crate) extent: Extent,
    pub(crate) direction: Direction,
    /// The index of the alternative to use in unions; the last one if there are fewer.
    pub(crate) choice: usize,
}

impl Sampler<'_> {
    pub(crate) fn sample(&self, schema: &Value) -> Value {
        self.value(schema, 0)
    }

    fn value(&self, schema: &Value, depth: usize) -> Value {
        if depth > BOTTOM {
            return Value::Null;
        }
        if let Some(name) = text(schema, "$ref").and_then(|text| text.strip_prefix("#/$defs/")) {
            let mut value = self.value(&self.definitions[name], depth + 1);
            // Siblings of `$ref` refine some members.
            for (name, property) in schema["properties"].as_object().into_iter().flatten() {
                if value.is_object() {
                    value[name] = self.value(property, depth + 1);
                }
            }
            return value;
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(value) = list(schema, "enum").find(|value| is_of(value, type_of(schema))) {
            return value.clone();
        }
        let alternatives: Vec<_> = list(schema, "oneOf").chain(list(schema, "anyOf")).collect();
        if let Some(last) = alternatives.last() {
            let chosen = alternatives.get(self.choice).unwrap_or(last);
            return self.value(chosen, depth + 1);
        }
        match type_of(schema) {
            "string" => string(schema).into(),
            "integer" => number(schema, 1.0)
                .round()
                .to_string()
                .parse()
                .unwrap_or_default(),
            "number" => json!(number(schema, 1.5)),
            "boolean" => true.into(),
            "array" => self.array(schema, depth),
            "object" => self.object(schema, depth),
            "null" => Value::Null,
            _ => json!({ "any": "thing" }),
        }
    }

    fn array(&self, schema: &Value, depth: usize) -> Value {
        let least = size(schema, "minItems");
        let wanted = match self.extent {
            Extent::All if depth < DEEPEST => 2,
            Extent::Required if depth < TOP => 1,
            _ => 0,
        };
        let most = schema.get("maxItems").and_then(Value::as_u64);
        let items = least.max(wanted).min(most.unwrap_or(u64::MAX));
        let any = json!({});
        let item = self.value(schema.get("items").unwrap_or(&any), depth + 1);
        let distinct = (0..items).map(|index| match &item {
            // The items may have to be unique.
            Value::String(text)
                if index > 0
                    && type_of(&schema["items"]) == "string"
                    && ["enum", "contentEncoding", "format", "pattern"]
                        .iter()
                        .all(|keyword| schema["items"].get(keyword).is_none()) =>
            {
                lengthened(text, &schema["items"], index).into()
            }
            item => item.clone(),
        });
        distinct.collect()
    }

    fn object(&self, schema: &Value, depth: usize) -> Value {
        let required: Vec<_> = list(schema, "required").filter_map(Value::as_str).collect();
        let properties = schema.get("properties").and_then(Value::as_object);
        let everything = self.extent == Extent::All && depth < DEEPEST;
        let hidden = match self.direction {
            Direction::Input => "readOnly",
            Direction::Output => "writeOnly",
        };
        let mut members = Map::new();
        for (name, property) in properties.into_iter().flatten() {
            let is_hidden = property.get(hidden) == Some(&Value::Bool(true));
            if !is_hidden && (everything || required.contains(&name.as_str())) {
                members.insert(name.clone(), self.value(property, depth + 1));
            }
        }
        if members.is_empty()
            && depth > 0
            && depth < TOP
            && let Some((name, property)) =
                properties.and_then(|properties| properties.iter().next())
        {
            members.insert(name.clone(), self.value(property, depth + 1));
        }
        let least = u64::from(everything || (depth > 0 && depth < TOP));
        let least = size(schema, "minProperties").max(least);
        let additional = schema.get("additionalProperties");
        let is_open = additional.is_none_or(|additional| *additional != Value::Bool(false));
        if is_open && properties.is_none_or(Map::is_empty) {
            let any = json!({ "type": "string" });
            let value = additional
                .filter(|additional| additional.is_object())
                .unwrap_or(&any);
            for index in 0..least {
                let name = format!("key{}", index + 1);
                members.insert(name, self.value(value, depth + 1));
            }
        }
        members.into()
    }
}

fn text<'a>(schema: &'a Value, keyword: &str) -> Option<&'a str> {
    schema.get(keyword)?.as_str()
}

fn list<'a>(schema: &'a Value, keyword: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    schema
        .get(keyword)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn size(schema: &Value, keyword: &str) -> u64 {
    schema
        .get(keyword)
        .and_then(Value::as_u64)
        .unwrap_or_default()
}

/// The first type that is not null.
fn type_of(schema: &Value) -> &str {
    let of_list = || {
        list(schema, "type")
            .filter_map(Value::as_str)
            .find(|ty| *ty != "null")
    };
    let declared = text(schema, "type").or_else(of_list);
    declared.unwrap_or(if schema.get("properties").is_some() {
        "object"
    } else {
        ""
    })
}

/// Whether a value has a type. Without a type, every value but null does.
fn is_of(value: &Value, ty: &str) -> bool {
    match ty {
        "string" => value.is_string(),
        "integer" | "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => !value.is_null(),
    }
}

fn number(schema: &Value, otherwise: f64) -> f64 {
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    let step = limit("multipleOf").unwrap_or(0.0);
    let least = limit("minimum").or_else(|| Some(limit("exclusiveMinimum")? + 1.0));
    let most = limit("maximum").or_else(|| Some(limit("exclusiveMaximum")? - 1.0));
    let within = otherwise
        .max(least.unwrap_or(f64::MIN))
        .min(most.unwrap_or(f64::MAX));
    if step > 0.0 {
        (within / step).ceil() * step
    } else {
        within
    }
}

fn string(schema: &Value) -> String {
    let made = match text(schema, "format") {
        Some("date-time") => return "2024-02-29T12:34:56.789Z".to_owned(),
        Some("date") => return "2024-02-29".to_owned(),
        Some("time") => return "12:34:56Z".to_owned(),
        Some("duration") => return "P1DT2H".to_owned(),
        Some("uuid") => return "123e4567-e89b-42d3-a456-426614174000".to_owned(),
        Some("uri" | "url" | "uri-reference") => "https://example.org/a",
        Some("email") => "a@example.org",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        Some("hostname") => "example.org",
        Some("byte") => "YQ==",
        _ if text(schema, "contentEncoding") == Some("base64") => "YQ==",
        _ => "a b/c",
    };
    if let Some(mut text) = text(schema, "pattern").and_then(pattern::sample) {
        // A pattern that ends in a repetition may allow more of the last character.
        let least = usize::try_from(size(schema, "minLength")).unwrap_or_default();
        let end = text.chars().last().unwrap_or('a');
        let missing = least.saturating_sub(text.chars().count());
        text.extend(iter::repeat_n(end, missing));
        return text;
    }
    lengthened(made, schema, 0)
}

/// Extends or cuts a text to a length that the schema allows. An index other than 0 is appended.
fn lengthened(made: &str, schema: &Value, index: u64) -> String {
    let least = usize::try_from(size(schema, "minLength")).unwrap_or_default();
    let most = schema.get("maxLength").and_then(Value::as_u64);
    let most = most
        .and_then(|most| most.try_into().ok())
        .unwrap_or(usize::MAX);
    let number = if index == 0 {
        String::new()
    } else {
        index.to_string()
    };
    let room = most.saturating_sub(number.len());
    let text = made.chars().chain(iter::repeat('x'));
    let length = made
        .chars()
        .count()
        .max(least.saturating_sub(number.len()))
        .min(room);
    text.take(length).chain(number.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(schema: &Value, extent: Extent) -> Value {
        let definitions = json!({"Node": {
            "type": "object",
            "properties": {"id": {"type": "string", "maxLength": 3}, "next": {"$ref": "#/$defs/Node"}},
            "required": ["id"],
        }});
        Sampler {
            definitions: &definitions,
            extent,
            direction: Direction::Input,
            choice: 0,
        }
        .sample(schema)
    }

    #[test]
    fn values_satisfy_constraints() {
        let schema = json!({"type": "object", "required": ["n", "s"], "properties": {
            "n": {"type": "integer", "minimum": 10, "multipleOf": 4},
            "s": {"type": ["string", "null"], "minLength": 8, "maxLength": 9},
            "e": {"enum": [null, "x"]},
            "l": {"type": "array", "items": {"type": "string", "maxLength": 2}, "maxItems": 3, "uniqueItems": true},
        }});
        assert_eq!(
            sample(&schema, Extent::Required),
            json!({"n": 12, "s": "a b/cxxx"})
        );
        assert_eq!(
            sample(&schema, Extent::All),
            json!({"n": 12, "s": "a b/cxxx", "e": "x", "l": ["a ", "a1"]})
        );
    }

    #[test]
    fn recursion_ends() {
        let all = sample(&json!({"$ref": "#/$defs/Node"}), Extent::All);
        assert_eq!(all["next"]["id"], "a b");
        assert_eq!(
            sample(&json!({"$ref": "#/$defs/Node"}), Extent::Required),
            json!({"id": "a b"})
        );
    }
}
