//! Objects: other keywords for members than `properties` and `additionalProperties`.

use serde_json::{Value, json};

use super::schema::{is_any, is_composed};
use super::types::assume;
use super::{Members, SERVICE_CHECKS, Upgrade, code, say};
use crate::diagnostics::Help;

impl Upgrade<'_> {
    pub(super) fn object(&mut self, schema: &mut Members) {
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            // A property that is never allowed needs no field.
            properties.retain(|_, property| *property != Value::Bool(false));
        }
        self.unevaluated_properties(schema);
        self.pattern_properties(schema);
        self.property_names(schema);
    }

    /// `unevaluatedProperties` is about members that no other keyword covers. Without other schemas, it is the same as
    /// `additionalProperties`.
    fn unevaluated_properties(&mut self, schema: &mut Members) {
        if !is_composed(schema) && !schema.contains_key("additionalProperties") {
            if let Some(members) = schema.shift_remove("unevaluatedProperties") {
                schema.insert("additionalProperties".to_owned(), members);
                let to = self.below(&["additionalProperties"]);
                self.moved(vec![(self.below(&["unevaluatedProperties"]), to)]);
            }
        } else if schema
            .get("unevaluatedProperties")
            .is_some_and(|members| members.is_boolean() || is_any(members))
        {
            // A client accepts unknown members in any case.
            schema.shift_remove("unevaluatedProperties");
        } else {
            let message =
                "`unevaluatedProperties` depends on other schemas here, which is not supported";
            let help = Help::new("use `additionalProperties` instead").remove();
            self.drop_with_warning(schema, "unevaluatedProperties", message, help);
        }
    }

    /// Properties whose names are only known by pattern become additional properties.
    fn pattern_properties(&mut self, schema: &mut Members) {
        let Some(Value::Object(patterns)) = schema.shift_remove("patternProperties") else {
            return;
        };
        if patterns.is_empty() {
            return;
        }
        assume(schema, "object");
        let listed: Vec<String> = patterns
            .keys()
            .map(|pattern| code(&json!(pattern)))
            .collect();
        let subject = match schema.get("properties").and_then(Value::as_object) {
            Some(properties) if !properties.is_empty() => "Other names match",
            _ => "Names match",
        };
        let mut members = Vec::new();
        for (pattern, member) in patterns {
            if member != Value::Bool(false) && members.iter().all(|(_, known)| *known != member) {
                members.push((self.below(&["patternProperties", &pattern]), member));
            }
        }
        let key = "additionalProperties";
        match schema.shift_remove(key) {
            // Any name is allowed, so the patterns do not restrict the others.
            Some(any) if is_any(&any) => {
                schema.insert(key.to_owned(), any);
                return;
            }
            Some(Value::Bool(false)) | None => {
                say(schema, &format!("{subject} {}.", listed.join(" or ")));
            }
            Some(others) => members.push((self.below(&[key]), others)),
        }
        if members.iter().any(|(_, member)| is_any(member)) {
            schema.insert(key.to_owned(), json!(true));
            return;
        }
        let value = if members.is_empty() {
            Value::Bool(false)
        } else {
            self.any_of(&self.below(&[key]), members)
        };
        schema.insert(key.to_owned(), value);
    }

    /// Turns restrictions of names into words for the description, as far as there are words for them.
    fn property_names(&mut self, schema: &mut Members) {
        let Some(names) = schema.get("propertyNames") else {
            return;
        };
        match words_for_names(names) {
            Some(sentence) => {
                schema.shift_remove("propertyNames");
                if !sentence.is_empty() {
                    say(schema, &sentence);
                }
            }
            None => {
                let message = "`propertyNames` restricts names in a way that a type cannot express";
                let help = Help::new(SERVICE_CHECKS).remove();
                self.drop_with_warning(schema, "propertyNames", message, help);
            }
        }
    }
}

/// A sentence about the names; empty if there are no restrictions, `None` if there are no words for one of them.
fn words_for_names(names: &Value) -> Option<String> {
    if is_any(names) {
        return Some(String::new());
    }
    let mut words = Vec::new();
    for (key, value) in names.as_object()? {
        match (key.as_str(), value) {
            ("type", Value::String(name)) if name == "string" => {}
            ("pattern", pattern) => words.push(format!("match {}", code(pattern))),
            ("format", format) => words.push(format!("are of the format {}", code(format))),
            ("const", value) => words.push(format!("are {}", code(value))),
            ("enum", Value::Array(values)) => {
                let values: Vec<String> = values.iter().map(code).collect();
                words.push(format!("are among {}", values.join(", ")));
            }
            ("minLength", Value::Number(length)) => {
                words.push(format!("have at least {length} characters"));
            }
            ("maxLength", Value::Number(length)) => {
                words.push(format!("have at most {length} characters"));
            }
            (key, _) if super::schema::is_annotation(key) => {}
            _ => return None,
        }
    }
    Some(if words.is_empty() {
        String::new()
    } else {
        format!("Names {}.", words.join(", "))
    })
}
