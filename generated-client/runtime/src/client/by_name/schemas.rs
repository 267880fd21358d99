//! The JSON Schemas of operations.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use crate::Operation;

const DEFINITIONS: &str = "$defs";

/// The JSON Schemas of all operations of an API, as JSON text in generated code: `operations` contains `description`,
/// `input` and `output` of each operation by its id, and `$defs` contains shared definitions.
#[derive(Debug)]
pub struct Schemas {
    text: &'static str,
    parsed: OnceLock<Value>,
}

impl Schemas {
    /// Stores the text, which is parsed when a schema is first requested.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            parsed: OnceLock::new(),
        }
    }

    fn all(&self) -> &Value {
        let parse = || serde_json::from_str(self.text).unwrap_or_default();
        self.parsed.get_or_init(parse)
    }

    pub(super) fn docs(&'static self, operation: Operation) -> &'static str {
        let docs = &self.all()["operations"][operation.id()]["description"];
        docs.as_str().unwrap_or_default()
    }

    /// The features of the client's crate that include an operation, by its id or its method and path.
    pub(super) fn features(&self, name: &str) -> Option<Vec<String>> {
        let operations = self.all()["operations"].as_object()?;
        let by_route = |operation: &&Value| operation["route"] == name;
        let operation = operations.get(name);
        let operation = operation.or_else(|| operations.values().find(by_route))?;
        let features = operation["features"].as_array()?.iter();
        Some(
            features
                .filter_map(|it| it.as_str().map(str::to_owned))
                .collect(),
        )
    }

    /// A schema with all definitions that it refers to, directly or indirectly.
    pub(super) fn schema(&self, operation: Operation, of: &str) -> Value {
        let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema" });
        let Value::Object(keywords) = &self.all()["operations"][operation.id()][of] else {
            return schema;
        };
        for (keyword, value) in keywords {
            schema[keyword] = value.clone();
        }
        let mut definitions = Map::new();
        let mut open = vec![&self.all()["operations"][operation.id()][of]];
        while let Some(at) = open.pop() {
            for name in references(at) {
                let definition = &self.all()[DEFINITIONS][name];
                if definitions
                    .insert(name.to_owned(), definition.clone())
                    .is_none()
                {
                    open.push(definition);
                }
            }
        }
        if !definitions.is_empty() {
            schema[DEFINITIONS] = definitions.into();
        }
        schema
    }
}

/// The definitions that a schema refers to directly.
fn references(schema: &Value) -> Vec<&str> {
    let mut names = Vec::new();
    let mut open = vec![schema];
    while let Some(at) = open.pop() {
        match at {
            Value::Object(keywords) => {
                let reference = keywords.get("$ref").and_then(Value::as_str);
                names.extend(reference.and_then(|text| text.strip_prefix("#/$defs/")));
                open.extend(keywords.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_brings_what_it_refers_to_and_nothing_else() {
        static SCHEMAS: Schemas = Schemas::new(
            r##"{
                "operations": {"go": {"description": "Goes.", "input": {"type": "object"}, "output": {"$ref": "#/$defs/A"}}},
                "$defs": {"A": {"items": {"$ref": "#/$defs/B"}}, "B": {"$ref": "#/$defs/A"}, "C": {}}
            }"##,
        );
        let go = Operation::get("go", "/go");
        assert_eq!(SCHEMAS.docs(go), "Goes.");
        let output = SCHEMAS.schema(go, "output");
        assert_eq!(output["$ref"], "#/$defs/A");
        let definitions =
            json!({"A": {"items": {"$ref": "#/$defs/B"}}, "B": {"$ref": "#/$defs/A"}});
        assert_eq!(output["$defs"], definitions);
        assert_eq!(SCHEMAS.schema(go, "input").get("$defs"), None);
    }
}
