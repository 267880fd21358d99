//! Builds a value from a parser's events, for any serde format.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

/// The YAML key that merges the members of another object.
const MERGE: &str = "<<";

/// The error for a text that expands far beyond its own length, which is possible only with aliases.
pub(super) const TOO_MANY: &str = "its aliases expand to far more than the text itself";

/// Builds a [`Value`].
#[derive(Clone, Copy)]
pub(super) struct Tree<'b> {
    /// The number of nodes that may still be built.
    pub(super) budget: &'b Cell<usize>,
    /// Whether `<<` merges the members of another object.
    pub(super) merges: bool,
    /// The path to a duplicate key, last step first.
    pub(super) duplicate: &'b RefCell<Vec<String>>,
}

impl Tree<'_> {
    /// Records a step on the path to a duplicate key, if that is the reason for the error.
    fn note(self, step: impl FnOnce() -> String) {
        let mut steps = self.duplicate.borrow_mut();
        if !steps.is_empty() {
            steps.push(step());
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.budget.get().checked_sub(1);
        self.budget
            .set(left.ok_or_else(|| D::Error::custom(TOO_MANY))?);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, an array, a string, a number, a boolean or null")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "as JSON parsers do with numbers of this size"
    )]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "as JSON parsers do with numbers of this size"
    )]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(A::Error::custom(
            "YAML tags have no meaning in an OpenAPI document",
        ))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom(format!("{value} is not a JSON number")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        loop {
            match items.next_element_seed(self) {
                Ok(Some(item)) => array.push(item),
                Ok(None) => return Ok(Value::Array(array)),
                Err(error) => {
                    self.note(|| array.len().to_string());
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key_seed(Key)? {
            let entry = match object.entry(key) {
                Entry::Vacant(entry) => entry,
                Entry::Occupied(entry) => {
                    let message = format!("duplicate key `{}` in one object", entry.key());
                    self.duplicate.borrow_mut().push(entry.key().clone());
                    return Err(A::Error::custom(message));
                }
            };
            match members.next_value_seed(self) {
                Ok(value) => entry.insert(value),
                Err(error) => {
                    self.note(|| entry.key().clone());
                    return Err(error);
                }
            };
        }
        Ok(Value::Object(if self.merges {
            merged(object)
        } else {
            object
        }))
    }
}

/// The object with the members of the objects under its `<<` key. Its own members take precedence, then those of the earlier
/// objects.
fn merged(mut object: Map<String, Value>) -> Map<String, Value> {
    let sources = match object.get(MERGE) {
        Some(Value::Object(_)) => object.insert(MERGE.to_owned(), Value::Null),
        Some(Value::Array(items)) if !items.is_empty() && items.iter().all(Value::is_object) => {
            object.insert(MERGE.to_owned(), Value::Null)
        }
        _ => return object,
    };
    let mut inherited = Map::new();
    let sources = match sources {
        Some(Value::Array(items)) => items,
        other => Vec::from_iter(other),
    };
    for source in sources {
        let Value::Object(members) = source else {
            continue;
        };
        for (key, value) in members {
            if !object.contains_key(&key) {
                inherited.entry(key).or_insert(value);
            }
        }
    }
    let mut all = Map::new();
    for (key, value) in object {
        if key == MERGE {
            all.append(&mut inherited);
        } else {
            all.insert(key, value);
        }
    }
    all
}

/// A key as it is written: status codes, `yes` and `1e3` are names like any other.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string key")
    }

    fn visit_str<E>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }
}
