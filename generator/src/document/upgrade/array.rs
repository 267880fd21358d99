//! Arrays: tuples, and other keywords for items than `items`.

use serde_json::{Value, json};

use super::schema::{is_any, is_composed};
use super::types::assume;
use super::{Members, SERVICE_CHECKS, Upgrade, code, say};
use crate::diagnostics::Help;
use crate::source::Pointer;

impl Upgrade<'_> {
    pub(super) fn array(&mut self, schema: &mut Members) {
        self.old_tuple(schema);
        self.unevaluated_items(schema);
        if let Some(Value::Array(prefix)) = schema.shift_remove("prefixItems") {
            self.tuple(schema, prefix);
        }
        if schema.get("items") == Some(&Value::Bool(false)) {
            schema.insert("items".to_owned(), json!({}));
            schema.insert("maxItems".to_owned(), json!(0));
        }
        self.contains(schema);
    }

    fn contains(&mut self, schema: &mut Members) {
        if !schema.contains_key("contains") {
            for key in ["minContains", "maxContains"] {
                self.drop_without(schema, key, "contains");
            }
            return;
        }
        let [least, most] =
            ["minContains", "maxContains"].map(|key| schema.shift_remove(key).unwrap_or_default());
        // Any item is contained, so these are numbers of items.
        if schema.get("contains").is_some_and(is_any) {
            schema.shift_remove("contains");
            let least = least.as_u64().unwrap_or(1);
            let known = schema.get("minItems").and_then(Value::as_u64);
            schema.insert("minItems".to_owned(), json!(known.unwrap_or(0).max(least)));
            if let Some(most) = most.as_u64() {
                let known = schema.get("maxItems").and_then(Value::as_u64);
                schema.insert(
                    "maxItems".to_owned(),
                    json!(known.unwrap_or(most).min(most)),
                );
            }
        }
        let message = "`contains` requires certain items among others, which a type cannot express";
        let help = Help::new(SERVICE_CHECKS).remove();
        self.drop_with_warning(schema, "contains", message, help);
    }

    /// Tuples as they were before JSON Schema 2020-12.
    fn old_tuple(&mut self, schema: &mut Members) {
        if !schema.get("items").is_some_and(Value::is_array) || schema.contains_key("prefixItems") {
            let message = "`additionalItems` has no effect without a list of schemas in `items`";
            let help = Help::new("use `items` instead, or remove it").remove();
            return self.drop_with_warning(schema, "additionalItems", message, help);
        }
        let rest = schema.shift_remove("additionalItems");
        let mut moves = vec![(self.below(&["items"]), self.below(&["prefixItems"]))];
        if let Some(items) = schema.shift_remove("items") {
            schema.insert("prefixItems".to_owned(), items);
        }
        if let Some(rest) = rest {
            moves.push((self.below(&["additionalItems"]), self.below(&["items"])));
            schema.insert("items".to_owned(), rest);
        }
        self.moved(moves);
    }

    /// `unevaluatedItems` is about items that no other keyword covers. Without other schemas, it is the same as `items`.
    fn unevaluated_items(&mut self, schema: &mut Members) {
        if !is_composed(schema) && !schema.contains_key("items") {
            if let Some(items) = schema.shift_remove("unevaluatedItems") {
                schema.insert("items".to_owned(), items);
                self.moved(vec![(
                    self.below(&["unevaluatedItems"]),
                    self.below(&["items"]),
                )]);
            }
        } else if schema
            .get("unevaluatedItems")
            .is_some_and(|items| items.is_boolean() || is_any(items))
        {
            schema.shift_remove("unevaluatedItems");
        } else {
            let message =
                "`unevaluatedItems` depends on other schemas here, which is not supported";
            let help = Help::new("use `items` instead").remove();
            self.drop_with_warning(schema, "unevaluatedItems", message, help);
        }
    }

    /// Turns a tuple into an array whose items are any of those of the tuple.
    fn tuple(&mut self, schema: &mut Members, prefix: Vec<Value>) {
        assume(schema, "array");
        let count = prefix.len();
        let mut open = schema
            .get("maxItems")
            .and_then(Value::as_u64)
            .is_none_or(|most| usize::try_from(most).unwrap_or(usize::MAX) > count);
        let order: Vec<String> = prefix.iter().map(word).collect();
        let place = |index: usize| self.below(&["prefixItems", &index.to_string()]);
        let mut members: Vec<(Pointer, Value)> = Vec::new();
        for (index, member) in prefix.into_iter().enumerate() {
            if members.iter().all(|(_, known)| *known != member) {
                members.push((place(index), member));
            }
        }
        match schema.shift_remove("items") {
            Some(Value::Bool(false)) => {
                if open {
                    schema.insert("maxItems".to_owned(), json!(count));
                }
                open = false;
            }
            Some(rest) if open => {
                let from = self.below(&["items"]);
                members.push((from, rest));
                members.dedup_by(|(_, right), (_, left)| right == left);
            }
            None if open => members.push((self.at.clone(), json!({}))),
            _ => {}
        }
        if order.len() > 1 {
            let rest = if open {
                ", then any number of others"
            } else {
                ""
            };
            say(
                schema,
                &format!("The items are, in this order: {}{rest}.", order.join(", ")),
            );
        }
        if members.iter().any(|(_, member)| is_any(member)) {
            schema.insert("items".to_owned(), json!({}));
            return;
        }
        let items = self.any_of(&self.below(&["items"]), members);
        schema.insert("items".to_owned(), items);
    }
}

/// A schema in one word, for docs.
fn word(schema: &Value) -> String {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    let reference = text("$ref").and_then(|reference| reference.rsplit('/').next());
    match reference.or_else(|| text("title")).or_else(|| text("type")) {
        Some(word) => code(&json!(word)),
        None => "a value".to_owned(),
    }
}
