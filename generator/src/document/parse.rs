//! Text to value. Both formats end in a `serde_json::Value`; a key that stands twice is refused in both.

use std::fmt;
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::Source;
use crate::diagnostics::{Place, Problem};

/// Reads a source; `index` is its place in the list of sources.
pub(crate) fn parse(source: &Source, index: usize) -> Result<Value, Problem> {
    parse_text(source, index).map_err(|problem| {
        // Neither parser says where the second key stands.
        let positions = source.positions();
        let Some(pointer) = positions.repeated() else {
            return problem;
        };
        let key = pointer
            .steps()
            .last()
            .map(String::as_str)
            .unwrap_or_default();
        let message = format!("the key `{key}` stands twice in one object");
        let help = "remove one of them, or rename it";
        Problem::error(
            "duplicate-key",
            Place::Source(index, pointer.clone()),
            message,
        )
        .help(help)
    })
}

fn parse_text(source: &Source, index: usize) -> Result<Value, Problem> {
    let text = source.text.trim_start_matches('\u{feff}');
    let flow = text.trim_start().starts_with(['{', '[']);
    let extension = Path::new(&source.name).extension();
    let is_yaml = extension.is_some_and(|extension| extension == "yaml" || extension == "yml");
    // YAML has braces as well, but JSON is read faster, and its parser knows better what is wrong with it.
    if flow && !is_yaml {
        let mut json = serde_json::Deserializer::from_str(text);
        let value = Tree
            .deserialize(&mut json)
            .and_then(|value| json.end().map(|()| value));
        return value
            .map_err(|error| unreadable("JSON", index, error.line(), error.column(), &error));
    }
    Tree.deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| {
            let (line, column) = error
                .location()
                .map_or((1, 1), |at| (at.line(), at.column()));
            unreadable("YAML", index, line, column, &error)
        })
}

fn unreadable(
    format: &str,
    source: usize,
    line: usize,
    column: usize,
    error: &dyn fmt::Display,
) -> Problem {
    let place = Place::Position {
        source,
        line: line.max(1),
        column: column.max(1),
    };
    Problem::error(
        "unreadable",
        place,
        format!("this is not readable as {format}: {error}"),
    )
    .help("mend the text at this position; an OpenAPI document is a YAML or JSON object")
}

/// Builds a [`Value`] from any format.
struct Tree;

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
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
            .ok_or_else(|| E::custom(format!("{value} is no JSON number")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(Tree)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key_seed(Key)? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format!(
                    "the key `{key}` stands twice in one object"
                )));
            }
            let value = members.next_value_seed(Tree)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

/// A key. YAML writes status codes as numbers, and `yes` or `null` may be names.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string as key")
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_bool<E>(self, key: bool) -> Result<String, E> {
        Ok(key.to_string())
    }

    fn visit_i64<E>(self, key: i64) -> Result<String, E> {
        Ok(key.to_string())
    }

    fn visit_u64<E>(self, key: u64) -> Result<String, E> {
        Ok(key.to_string())
    }

    fn visit_f64<E>(self, key: f64) -> Result<String, E> {
        Ok(key.to_string())
    }

    fn visit_str<E>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Result<Value, String> {
        parse(&Source::new("x", text), 0).map_err(|problem| format!("{problem:?}"))
    }

    #[test]
    fn yaml_and_json_give_the_same_value() {
        let value = json!({"responses": {"200": {"x": [1, 2.5, null, true, "on"]}}});
        assert_eq!(
            read("responses:\n  200:\n    x: [1, 2.5, null, true, on]\n"),
            Ok(value.clone())
        );
        assert_eq!(read(&format!("\u{feff}{value}")), Ok(value));
    }

    #[test]
    fn anchors_are_followed_and_crlf_is_white_space() {
        assert_eq!(
            read("a: &x {b: 1}\r\nc: *x\r\n"),
            Ok(json!({"a": {"b": 1}, "c": {"b": 1}}))
        );
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_where_it_stands() {
        let place = |text: &str| {
            let error = crate::generate(&Source::new("x", text), &[], &crate::Options::default());
            let error = error.unwrap_err().iter().next().cloned().unwrap();
            (error.code, error.line, error.column, error.pointer)
        };
        let yaml = "a: 1\nb:\n  c: 1\n  c: 2\n";
        assert_eq!(place(yaml), ("duplicate-key", 4, 3, "#/b/c".to_owned()));
        let json = "{\"a\": 1,\n \"a\": 2}";
        assert_eq!(place(json), ("duplicate-key", 2, 2, "#/a".to_owned()));
    }
}
