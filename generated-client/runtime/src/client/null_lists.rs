//! Responses in which an array or an object is `null`. Languages whose empty lists and maps can be null write them so.

use std::borrow::Cow;

use serde_core::de::DeserializeOwned;
use serde_json::{Value, json};

use super::json_path::{self, Step};
use super::{Decode, DecodeError};

/// The number of bytes that may be read to correct one response.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads `null` as an empty array or object where the type requires one.
pub(super) fn with_null_lists<T: DeserializeOwned>(text: &[u8]) -> Decode<T> {
    let mut text = Cow::Borrowed(text);
    let passes = (MOST_BYTES / text.len().max(1)).clamp(8, 1000);
    let mut last: Option<(Vec<Step>, DecodeError)> = None;
    for _ in 0..passes {
        let error = match serde_json::from_slice(&text) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let read = json_path::bytes_read(&text, error.line(), error.column());
        let steps = json_path::locate(&text, read).steps;
        let empty = empty_value(&error);
        let error = DecodeError::new(&text, &error);
        match (empty, last) {
            // An empty object does not fit either.
            (_, Some((filled, error))) if filled == steps => return Err(error),
            (None, _) => return Err(error),
            (Some(empty), _) => {
                let Ok(mut root) = serde_json::from_slice(&text) else {
                    return Err(error);
                };
                fill(&mut root, &steps, &empty);
                text = root.to_string().into_bytes().into();
                last = Some((steps, error));
            }
        }
    }
    serde_json::from_slice(&text).map_err(|error| DecodeError::new(&text, &error))
}

/// The empty value in place of a `null`, as the error states it.
fn empty_value(error: &serde_json::Error) -> Option<Value> {
    let error = error.to_string();
    let expected = error.strip_prefix("invalid type: null, expected ")?;
    if expected.starts_with("a sequence") {
        Some(json!([]))
    } else if expected.starts_with("a map") || expected.starts_with("an object") {
        Some(json!({}))
    } else {
        None
    }
}

/// Fills this place, and the same place in other items of an array, which are often `null` as well.
fn fill(value: &mut Value, steps: &[Step], empty: &Value) {
    match (steps.split_first(), value) {
        (None, value @ Value::Null) => *value = empty.clone(),
        (Some((Step::Index(_), rest)), Value::Array(items)) => {
            for item in items {
                fill(item, rest, empty);
            }
        }
        (Some((Step::Name(name), rest)), Value::Object(members)) => {
            if let Some(member) = members.get_mut(name) {
                fill(member, rest, empty);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Map<T> = BTreeMap<String, T>;

    fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
        with_null_lists(text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn null_is_an_empty_list_or_map() {
        assert_eq!(read("null"), Ok(Vec::<u8>::new()));
        assert_eq!(read("null"), Ok(Map::<u8>::new()));
        let lists: Map<Vec<u8>> = read(r#"{"a": null, "b": [1], "c": null}"#).unwrap();
        assert_eq!(lists.values().map(Vec::len).collect::<Vec<_>>(), [0, 1, 0]);
        let records = format!(
            "[{}]",
            vec![r#"{"x": null, "y": {"z": null}}"#; 500].join(",")
        );
        let records: Vec<Map<Map<Vec<u8>>>> = read(&records).unwrap();
        assert!(records.iter().all(|record| record["y"]["z"].is_empty()));
    }

    #[test]
    fn other_nulls_are_errors() {
        for text in ["[1, null]", r#"["x", 2]"#, "[", "[null]"] {
            let error = read::<Vec<u8>>(text).unwrap_err();
            let expected = serde_json::from_str::<Vec<u8>>(text).unwrap_err();
            let expected = DecodeError::new(text.as_bytes(), &expected).to_string();
            assert_eq!(error, expected);
        }
        let error = read::<Map<(u8, u8)>>(r#"{"a": null}"#).unwrap_err();
        assert!(error.contains("null") && error.contains("$.a"), "{error}");
    }
}
