//! How deep the smallest value of a schema is, so that a value of a schema that refers to itself comes to an end.

use std::collections::HashMap;

use serde_json::Value;

use super::{definition, is_nullable, list};

/// The height of the smallest value of each definition. A definition that requires itself has none.
#[derive(Debug, Default)]
pub(super) struct Heights(HashMap<String, u32>);

impl Heights {
    pub(super) fn new(definitions: &Value) -> Self {
        let mut heights = Self::default();
        let mut has_changed = true;
        while has_changed {
            has_changed = false;
            for (name, schema) in definitions.as_object().into_iter().flatten() {
                let height = heights.of(schema);
                if height.is_some() && heights.0.get(name).copied() != height {
                    heights
                        .0
                        .extend(height.map(|height| (name.clone(), height)));
                    has_changed = true;
                }
            }
        }
        heights
    }

    /// The height of the smallest value of a schema; `None` if every value is infinite.
    pub(super) fn of(&self, schema: &Value) -> Option<u32> {
        if let Some(name) = definition(schema) {
            return Some(self.0.get(name)?.saturating_add(1));
        }
        let is_scalar = ["const", "enum"]
            .iter()
            .any(|keyword| schema.get(keyword).is_some());
        if is_scalar || is_nullable(schema) {
            return Some(0);
        }
        let alternatives = list(schema, "anyOf");
        if !alternatives.is_empty() {
            let heights = alternatives.iter().filter_map(|schema| self.of(schema));
            return heights.min();
        }
        if schema["minItems"].as_u64().is_some_and(|least| least > 0) {
            return Some(self.of(&schema["items"])?.saturating_add(1));
        }
        let mut height = 0;
        for name in list(schema, "required").iter().filter_map(Value::as_str) {
            height = height.max(self.of(&schema["properties"][name])?.saturating_add(1));
        }
        Some(height)
    }
}
