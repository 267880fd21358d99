//! Responses in which an array or an object is `null`. Languages whose empty lists and maps can be null write them so.

use std::borrow::Cow;

use serde_core::de::DeserializeOwned;
use serde_json::{Value, json};

use super::json_path::{self, Step};
use super::{Decode, DecodeError};

/// The number of bytes that may be read to correct one response.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads `null` as an empty array or object where the type requires one. Only this loop is compiled for each type.
pub(super) fn with_null_lists<T: DeserializeOwned>(text: &[u8]) -> Decode<T> {
    let mut filling = Filling::new(text);
    loop {
        match serde_json::from_slice(&filling.text) {
            Ok(value) => return Ok(value),
            Err(error) => filling.fill(&error)?,
        }
    }
}

/// A text in which nulls are replaced, one after the other.
struct Filling<'a> {
    text: Cow<'a, [u8]>,
    passes: usize,
    /// The place that was filled last, and the error before.
    last: Option<(Vec<Step>, DecodeError)>,
}

impl<'a> Filling<'a> {
    fn new(text: &'a [u8]) -> Self {
        Self {
            text: text.into(),
            passes: (MOST_BYTES / text.len().max(1)).clamp(8, 1000),
            last: None,
        }
    }

    /// Fills the place of an error. Fails if it is not a `null` in place of an array or object.
    fn fill(&mut self, error: &serde_json::Error) -> Decode<()> {
        let read = json_path::bytes_read(&self.text, error.line(), error.column());
        let steps = json_path::locate(&self.text, read).steps;
        let empty = empty_value(error);
        let error = DecodeError::new(&self.text, error);
        // An empty object may not fit either.
        let last = self.last.take();
        if let Some((_, before)) = last.filter(|(filled, _)| *filled == steps) {
            return Err(before);
        }
        let (Some(empty), Ok(mut root)) = (empty, serde_json::from_slice(&self.text)) else {
            return Err(error);
        };
        let Some(passes) = self.passes.checked_sub(1) else {
            return Err(error);
        };
        self.passes = passes;
        fill(&mut root, &steps, &empty);
        self.text = root.to_string().into_bytes().into();
        self.last = Some((steps, error));
        Ok(())
    }
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
