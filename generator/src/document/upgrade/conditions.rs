//! Conditional keywords of objects.

use serde_json::{Value, json};

use super::{Members, SERVICE_CHECKS, Upgrade, code, say};
use crate::diagnostics::Code;
use crate::source::Pointer;

impl Upgrade<'_> {
    pub(super) fn conditions(&mut self, schema: &mut Members) {
        self.old_dependencies(schema);
        if let Some(Value::Object(required)) = schema.shift_remove("dependentRequired") {
            for (name, others) in required {
                let others: Vec<String> =
                    others.as_array().into_iter().flatten().map(code).collect();
                if !others.is_empty() {
                    let verb = if others.len() == 1 { "is" } else { "are" };
                    let name = code(&json!(name));
                    say(
                        schema,
                        &format!("{} {verb} required with {name}.", others.join(" and ")),
                    );
                }
            }
        }
        let mut cases: Vec<(Pointer, Value)> = Vec::new();
        if schema.contains_key("if") {
            for key in ["then", "else"] {
                cases.extend(
                    schema
                        .shift_remove(key)
                        .map(|case| (self.below(&[key]), case)),
                );
            }
            let message = "`then` and `else` depend on `if`, which a type cannot express: the properties that they list are optional";
            self.drop_with_warning(schema, "if", message, SERVICE_CHECKS);
        }
        for key in ["then", "else"] {
            self.drop_without(schema, key, "if");
        }
        if let Some(Value::Object(dependent)) = schema.shift_remove("dependentSchemas") {
            let at = self.below(&["dependentSchemas"]);
            let message = "`dependentSchemas` depends on other members, which a type cannot express: the properties that it lists are optional";
            self.warn(Code::DroppedKeyword, &at, message, SERVICE_CHECKS);
            cases.extend(
                dependent
                    .into_iter()
                    .map(|(name, case)| (at.join(name), case)),
            );
        }
        self.add_properties(schema, cases);
    }

    /// Before JSON Schema 2019-09, both kinds of dependencies had the same keyword.
    fn old_dependencies(&mut self, schema: &mut Members) {
        let Some(Value::Object(dependencies)) = schema.shift_remove("dependencies") else {
            return;
        };
        let mut moves = Vec::new();
        for (name, dependency) in dependencies {
            let key = if dependency.is_array() {
                "dependentRequired"
            } else {
                "dependentSchemas"
            };
            moves.push((
                self.below(&["dependencies", &name]),
                self.below(&[key, &name]),
            ));
            if let Value::Object(others) = schema.entry(key).or_insert_with(|| json!({})) {
                others.entry(name).or_insert(dependency);
            }
        }
        self.moved(moves);
        if schema.contains_key("dependentSchemas") {
            self.added(
                &self.below(&["dependentSchemas"]),
                &self.below(&["dependencies"]),
            );
        }
    }

    /// Adds properties that exist in some cases only, as optional properties.
    fn add_properties(&mut self, schema: &mut Members, cases: Vec<(Pointer, Value)>) {
        let is_object = schema.contains_key("properties")
            || schema.get("type").is_some_and(|name| name == "object");
        if !is_object {
            return;
        }
        let mut found: Vec<(String, Vec<(Pointer, Value)>)> = Vec::new();
        for (at, mut case) in cases {
            let Some(Value::Object(properties)) = case.get_mut("properties").map(Value::take)
            else {
                continue;
            };
            for (name, property) in properties {
                let from = at.join("properties").join(name.as_str());
                if property.is_boolean() {
                    continue;
                }
                match found.iter_mut().find(|(known, _)| *known == name) {
                    None => found.push((name, vec![(from, property)])),
                    Some((_, variants)) if variants.iter().all(|(_, known)| *known != property) => {
                        variants.push((from, property));
                    }
                    Some(_) => {}
                }
            }
        }
        for (name, variants) in found {
            let at = self.below(&["properties", &name]);
            let Value::Object(properties) = schema.entry("properties").or_insert_with(|| json!({}))
            else {
                return;
            };
            if properties.contains_key(&name) {
                continue;
            }
            let value = self.any_of(&at, variants);
            properties.insert(name, value);
        }
    }
}
