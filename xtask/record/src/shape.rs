//! The shape of what a service answers, compared with the document: the one check that looks at the service.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::{Document, Schema};
use crate::wire::Wire;

/// What answers have that the document does not describe, and the other way round. Each with an overlay action, if there is one.
pub fn news(exchanges: &[Wire], document: &Document) -> BTreeSet<String> {
    let mut news = BTreeSet::new();
    for wire in exchanges {
        let Some(operation) = document.operation(&wire.operation) else {
            continue;
        };
        news.extend(operation.undescribed(wire.status));
        let schema = operation.response(wire.status);
        match (schema, serde_json::from_slice(&wire.response_body)) {
            (Some(schema), Ok(value)) => compare(&schema, &value, &mut news),
            (Some(_), Err(_)) => {
                let (id, status) = (operation.id, wire.status);
                news.insert(format!(
                    "{id}: the body of a response with the status {status} is not JSON"
                ));
            }
            (None, _) => {}
        }
    }
    news
}

fn compare(schema: &Schema<'_>, value: &Value, news: &mut BTreeSet<String>) {
    let schema = schema.nearest(value);
    if value.is_null() {
        if schema.keyword("nullable") != Some(&Value::Bool(true))
            && schema.keyword("type").is_some()
        {
            let update = json!({"nullable": true});
            news.insert(action("a value is null", &schema.path, &update));
        }
        return;
    }
    if !schema.has_type_of(value) {
        let expected = schema
            .keyword("type")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let update = json!({"type": type_of(value)});
        let message = format!(
            "a value of the type `{expected}` is of the type `{}`",
            type_of(value)
        );
        news.insert(action(&message, &schema.path, &update));
        return;
    }
    if let Some(Value::Array(known)) = schema.keyword("enum")
        && !schema.lists(value)
    {
        let message = format!(
            "there is a value {value} besides {}",
            Value::from(known.clone())
        );
        news.insert(action(&message, &schema.path, &json!({"enum": [value]})));
    }
    match value {
        Value::Array(items) => {
            if let Some(schema) = schema.items() {
                for item in items {
                    compare(&schema, item, news);
                }
            }
        }
        Value::Object(members) => {
            let additional = schema.additional();
            for (name, member) in members {
                if let Some(property) = schema.property(name) {
                    compare(&property, member, news);
                } else if let Some(additional) = &additional {
                    compare(additional, member, news);
                } else if schema.has_properties() {
                    let message = format!("there is a member `{name}`");
                    let update = json!({name: {"type": type_of(member)}});
                    news.insert(action(
                        &message,
                        &format!("{}.properties", schema.path),
                        &update,
                    ));
                }
            }
            let missing = schema.required().into_iter();
            for name in missing.filter(|name| !members.contains_key(*name)) {
                news.insert(format!(
                    "{}: the required member `{name}` is missing",
                    schema.path
                ));
            }
        }
        _ => {}
    }
}

fn action(message: &str, target: &str, update: &Value) -> String {
    format!(
        "{target}: {message}; an overlay action for it:\n  - target: {target}\n    update: {update}"
    )
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
