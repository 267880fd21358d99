//! Null in `oneOf` and `anyOf`.

use serde_json::{Value, json};

use super::constants::constants;
use super::schema::is_annotation;
use super::{Members, Upgrade, is_entry};
use crate::document::keyword::UNIONS;
use crate::source::Pointer;

impl Upgrade<'_> {
    pub(super) fn unions(&mut self, schema: &mut Members) {
        // The schema that replaces a union may be a union itself.
        while UNIONS.iter().any(|key| self.without_null(schema, key)) {}
        for key in UNIONS {
            constants(schema, key);
        }
    }

    /// Removes null from a union, which makes the schema nullable. Returns whether the union was replaced.
    fn without_null(&mut self, schema: &mut Members, key: &str) -> bool {
        let Some(Value::Array(members)) = schema.get_mut(key) else {
            return false;
        };
        let mut nullable = false;
        let mut kept: Vec<(Pointer, Value)> = Vec::new();
        for (index, mut member) in std::mem::take(members).into_iter().enumerate() {
            if is_null(&member) || is_entry(&self.nulls, &member) {
                nullable = true;
            } else if member != Value::Bool(false) {
                nullable |= take_null(&mut member);
                kept.push((self.below(&[key, &index.to_string()]), member));
            }
        }
        let has_one = nullable && kept.len() == 1 && !schema.contains_key("discriminator");
        if nullable {
            schema.insert("nullable".to_owned(), json!(true));
        }
        if has_one {
            schema.shift_remove(key);
            for (from, member) in kept {
                self.absorb(schema, &from, member);
            }
            return true;
        }
        if kept.is_empty() {
            schema.shift_remove(key);
            let (key, value) = if nullable {
                ("enum", json!([null]))
            } else {
                ("not", json!({}))
            };
            schema.entry(key).or_insert(value);
            return false;
        }
        let to = |index: usize| self.below(&[key, &index.to_string()]);
        let mut moves: Vec<_> = kept
            .iter()
            .enumerate()
            .map(|(index, (from, _))| (from.clone(), to(index)))
            .collect();
        moves.retain(|(from, to)| from != to);
        self.moved(moves);
        let members = kept.into_iter().map(|(_, member)| member).collect();
        schema.insert(key.to_owned(), Value::Array(members));
        false
    }

    /// A schema at `at` that accepts whatever one of the others accepts. The others are moved there.
    pub(super) fn any_of(&mut self, at: &Pointer, mut others: Vec<(Pointer, Value)>) -> Value {
        if let [_] = others.as_slice()
            && let Some((from, only)) = others.pop()
        {
            self.moved(vec![(from, at.clone())]);
            return only;
        }
        let to = |index: usize| at.join("anyOf").join(index.to_string());
        let moves = others.iter().enumerate();
        self.moved(
            moves
                .map(|(index, (from, _))| (from.clone(), to(index)))
                .collect(),
        );
        let others: Vec<Value> = others.into_iter().map(|(_, other)| other).collect();
        json!({ "anyOf": others })
    }

    /// Merges another schema into this one, in the simplest way.
    pub(super) fn absorb(&mut self, schema: &mut Members, from: &Pointer, other: Value) {
        let Value::Object(other) = other else {
            return;
        };
        let clashes = |(key, value): (&String, &Value)| {
            !is_annotation(key) && schema.get(key).is_some_and(|own| own != value)
        };
        if other.contains_key("$ref") || other.iter().any(clashes) {
            let to = self.add_to_all_of(schema, Value::Object(other));
            return self.moved(vec![(from.clone(), to)]);
        }
        self.absorbed(from, &self.at.clone());
        let mut moves = Vec::new();
        for (key, value) in other {
            if !schema.contains_key(&key) {
                moves.push((from.join(key.as_str()), self.at.join(key.as_str())));
                schema.insert(key, value);
            }
        }
        self.moved(moves);
    }
}

/// Whether a schema accepts only null.
pub(super) fn is_null(schema: &Value) -> bool {
    let is = |key: &str, value: Value| {
        let found = schema.get(key);
        found.is_some_and(|found| *found == value || *found == json!([value]))
    };
    is("type", json!("null"))
        || is("const", Value::Null)
        || schema.get("enum") == Some(&json!([null]))
}

/// Removes null from a schema that accepts other values too. Returns whether null was accepted.
fn take_null(schema: &mut Value) -> bool {
    let mut found = false;
    for (key, null) in [("type", json!("null")), ("enum", Value::Null)] {
        if let Some(Value::Array(values)) = schema.get_mut(key)
            && values.contains(&null)
        {
            // An enumeration without null excludes it, whatever the type.
            found = true;
            values.retain(|value| *value != null);
        }
    }
    found
}
