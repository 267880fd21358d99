//! Responses whose values are not those that a type requires, but are meant to be: `null` instead of an empty array or
//! object, as languages write whose lists and maps can be null, `[]` instead of `{}`, as languages write that have only one
//! type for both, and `5.0` instead of 5.

use std::borrow::Cow;

use serde_core::de::DeserializeOwned;
use serde_json::{Value, json};

use super::json_path::{self, Step};
use super::{Decode, DecodeError};
use crate::model::whole;

/// The number of bytes that may be read to correct one response.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads `null` and empty objects as empty arrays, `null` and empty arrays as empty objects, and `5.0` as an integer, where
/// the type requires one. Leaves out other items of arrays and values of maps that are `null`. Only this loop is compiled for
/// each type.
pub(super) fn corrected_json<T: DeserializeOwned>(text: &[u8]) -> Decode<T> {
    let mut corrections = Corrections::new(text);
    loop {
        match serde_json::from_slice(&corrections.text) {
            Ok(value) => return Ok(value),
            Err(error) => corrections.make(&error)?,
        }
    }
}

/// A text that is corrected in one place after the other.
struct Corrections<'a> {
    original: &'a [u8],
    text: Cow<'a, [u8]>,
    /// The number of corrections that may still be made.
    left: usize,
    /// The place that was corrected last, and its error.
    last: Option<(Vec<Step>, DecodeError)>,
}

impl<'a> Corrections<'a> {
    fn new(text: &'a [u8]) -> Self {
        Self {
            original: text,
            text: text.into(),
            left: (MOST_BYTES / text.len().max(1)).clamp(8, 1000),
            last: None,
        }
    }

    /// Corrects the place of an error. Fails if there is no correction for it.
    fn make(&mut self, error: &serde_json::Error) -> Decode<()> {
        let read = json_path::bytes_read(&self.text, error.line(), error.column());
        let steps = json_path::locate(&self.text, read).steps;
        let correction = Correction::of(error, &steps);
        let error = DecodeError::new(&self.text, error);
        // The corrected value may not fit either, and a member that was left out may be required.
        let last = self.last.take().filter(|(corrected, _)| {
            let object = corrected.split_last().map(|(_, object)| object);
            *corrected == steps
                || (error.message().starts_with("missing field") && object == Some(&steps))
        });
        if let Some((steps, before)) = last {
            return Err(self.placed(before, steps));
        }
        let root = serde_json::from_slice(&self.text);
        let (Some(correction), Ok(mut root)) = (correction, root) else {
            return Err(self.placed(error, steps));
        };
        let Some(left) = self.left.checked_sub(1) else {
            return Err(self.placed(error, steps));
        };
        self.left = left;
        correction.apply(&mut root, &steps);
        self.text = root.to_string().into_bytes().into();
        // Another item has the place of one that is left out.
        let is_moved = matches!(
            (&correction, steps.last()),
            (Correction::Nothing, Some(Step::Index(_)))
        );
        self.last = (!is_moved).then_some((steps, error));
        Ok(())
    }

    /// The error with its place in the original text, in which no items are left out.
    fn placed(&self, error: DecodeError, mut steps: Vec<Step>) -> DecodeError {
        let parse = |text: &[u8]| serde_json::from_slice::<Value>(text);
        let (Ok(original), Ok(corrected)) = (parse(self.original), parse(&self.text)) else {
            return error;
        };
        let (mut original, mut corrected) = (Some(&original), Some(&corrected));
        for step in &mut steps {
            match step {
                Step::Index(index) => {
                    let before = original.and_then(Value::as_array);
                    let after = corrected.and_then(Value::as_array);
                    corrected = after.and_then(|items| items.get(*index));
                    if let (Some(before), Some(after)) = (before, after)
                        && before.len() > after.len()
                    {
                        let items = before.iter().enumerate();
                        let mut left = items.filter(|(_, item)| !item.is_null());
                        *index = left.nth(*index).map_or(before.len(), |(index, _)| index);
                    }
                    original = before.and_then(|items| items.get(*index));
                }
                Step::Name(name) => {
                    original = original.and_then(|value| value.get(&*name));
                    corrected = corrected.and_then(|value| value.get(&*name));
                }
            }
        }
        error.at(json_path::path(&steps))
    }
}

/// A value that replaces another one.
enum Correction {
    /// An empty array instead of `null` or an empty object.
    Array,
    /// An empty object instead of `null` or an empty array.
    Object,
    /// An integer instead of a number with a fraction of zero, which is the same in JSON Schema.
    Integer,
    /// Nothing instead of `null`: the item or member is left out.
    Nothing,
}

impl Correction {
    /// The correction for an error, as the error states it.
    fn of(error: &serde_json::Error, steps: &[Step]) -> Option<Self> {
        let error = error.to_string();
        let (found, expected) = error
            .strip_prefix("invalid type: ")?
            .split_once(", expected ")?;
        let is = |name: &str| expected.starts_with(name);
        if found.starts_with("floating point") {
            let integers = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];
            return integers.into_iter().any(is).then_some(Self::Integer);
        }
        match (found, steps.last()) {
            ("null", Some(Step::Index(_))) => Some(Self::Nothing),
            ("null" | "map", _) if is("a sequence") => Some(Self::Array),
            ("null" | "sequence", _) if is("a map") || is("an object") => Some(Self::Object),
            ("null", Some(Step::Name(_))) => Some(Self::Nothing),
            _ => None,
        }
    }

    /// Corrects this place, and the same place in other items of an array, which often have the same problem.
    fn apply(&self, value: &mut Value, steps: &[Step]) {
        match (steps, value, self) {
            ([], value, _) => self.replace(value),
            ([Step::Index(_)], Value::Array(items), Self::Nothing) => {
                items.retain(|item| !item.is_null());
            }
            ([Step::Name(name)], Value::Object(members), Self::Nothing) => {
                let is_map = is_map(members);
                members.retain(|member, value| !(is_map || member == name) || !value.is_null());
            }
            ([Step::Index(_), rest @ ..], Value::Array(items), _) => {
                for item in items {
                    self.apply(item, rest);
                }
            }
            ([Step::Name(_), rest @ ..], Value::Object(members), _) if is_map(members) => {
                for (_, member) in members {
                    self.apply(member, rest);
                }
            }
            ([Step::Name(name), rest @ ..], Value::Object(members), _) => {
                if let Some(member) = members.get_mut(name) {
                    self.apply(member, rest);
                }
            }
            _ => {}
        }
    }

    fn replace(&self, value: &mut Value) {
        let is_empty = match value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(members) => members.is_empty(),
            _ => false,
        };
        match self {
            Self::Array if is_empty => *value = json!([]),
            Self::Object if is_empty => *value = json!({}),
            Self::Integer if value.is_f64() => {
                if let Some(integer) = value.as_f64().and_then(whole) {
                    *value = integer.into();
                }
            }
            _ => {}
        }
    }
}

/// Whether an object is a map, whose values are alike: no type has that many members.
fn is_map(members: &serde_json::Map<String, Value>) -> bool {
    members.len() > 100
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::object;

    type Map<T> = BTreeMap<String, T>;

    fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
        corrected_json(text.as_bytes()).map_err(|error| error.to_string())
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
    fn a_fraction_of_zero_makes_no_difference() {
        assert_eq!(read("[5.0, 1e3, -0.0, 2]"), Ok(vec![5_i64, 1000, 0, 2]));
        let numbers: (Vec<u8>, Vec<f64>, Value) = read("[[5.0, 6.0], [5.0], 5.0]").unwrap();
        assert_eq!(numbers, (vec![5, 6], vec![5.0], json!(5.0)));
        for text in ["[5.5]", "[1e300]", "[300.0]", "[-1.0]"] {
            assert!(read::<Vec<u8>>(text).is_err(), "{text}");
        }
        let error = read::<Vec<u8>>("[1.0, 2.5]").unwrap_err();
        assert!(error.contains("2.5") && error.contains("$[1]"), "{error}");
    }

    #[test]
    fn an_empty_list_is_an_empty_map_and_the_other_way_round() {
        assert_eq!(read("[]"), Ok(Map::<u8>::new()));
        assert_eq!(read("{}"), Ok(Vec::<u8>::new()));
        let lists: Map<Vec<u8>> = read(r#"{"a": {}, "b": [1]}"#).unwrap();
        assert_eq!(lists["a"], [] as [u8; 0]);
        let maps: Vec<Map<u8>> = read(r#"[[], {"a": 1}, [ ]]"#).unwrap();
        assert_eq!(maps.iter().map(Map::len).collect::<Vec<_>>(), [0, 1, 0]);
        for text in [r#"{"a": 1}"#, r#"[{"a": 1}]"#] {
            read::<Vec<u8>>(text).unwrap_err();
        }
        read::<Map<u8>>("[1]").unwrap_err();
        read::<Vec<Map<u8>>>("[[1]]").unwrap_err();
    }

    #[test]
    fn the_values_of_a_large_map_are_corrected_at_once() {
        let map = |value: &str| {
            let members = (0..5000).map(|n| format!("\"k{n}\": {value}"));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        };
        assert_eq!(read::<Map<i64>>(&map("5.0")).unwrap().len(), 5000);
        assert_eq!(read::<Map<String>>(&map("null")).unwrap().len(), 0);
        let lists: Map<Vec<u8>> = read(&map("[1, null]")).unwrap();
        assert!(lists.values().all(|list| *list == [1]));
    }

    #[test]
    fn null_among_items_and_values_is_left_out() {
        assert_eq!(read("[1, null, 2, null]"), Ok(vec![1_u8, 2]));
        assert_eq!(read("[null]"), Ok(Vec::<String>::new()));
        assert_eq!(read("[[1], null]"), Ok(vec![vec![1_u8]]));
        assert_eq!(read("[1, null]"), Ok(vec![Some(1_u8), None]));
        let map: Map<String> = read(r#"{"a": "x", "b": null, "c": null}"#).unwrap();
        assert_eq!(map.into_keys().collect::<Vec<_>>(), ["a"]);
        let pages: Vec<Map<Vec<String>>> =
            read(r#"[{"a": ["x", null]}, {"a": [null], "b": ["y"]}]"#).unwrap();
        assert_eq!(pages[0]["a"], ["x"]);
        assert!(pages[1]["a"].is_empty() && pages[1]["b"] == ["y"]);
    }

    #[test]
    fn an_error_is_where_it_is_in_the_original() {
        let check = |error: Result<(), String>, path: &str, near: &str| {
            let error = error.unwrap_err();
            let (path, near) = (format!(" at {path}"), format!("near `{near}`"));
            assert!(error.contains(&path) && error.contains(&near), "{error}");
        };
        let list = |text| read::<Vec<String>>(text).map(drop);
        check(list(r#"["a",null,5]"#), "$[2]", "5");
        check(list(r#"[null,"a",null,{"x":1}]"#), "$[3]", r#"{"x":1}"#);
        check(list(r#"[null, null, 5, "a"]"#), "$[2]", "5");
        let numbers = |text| read::<Map<Map<Vec<i64>>>>(text).map(drop);
        let text = r#"{"inner": {"ys": [1, 2.0, null, "z"]}}"#;
        check(numbers(text), "$.inner.ys[3]", r#""z""#);
        let text = r#"{"a": {"b": [null], "c": null}, "d": {"e": [null, 1.0, null, 2.5]}}"#;
        check(numbers(text), "$.d.e[3]", "2.5");
        let records = |text| read::<Vec<Map<Vec<Required>>>>(text).map(drop);
        let text = r#"[null, {"a": [{"id": "x"}, null, {"id": 7}]}]"#;
        check(records(text), "$[1].a[2].id", "7");
        let text = r#"[null, {"a": null}, {"b": [null, {"id": null}]}]"#;
        check(records(text), "$[2].b[1].id", "null");
        let text = r#"[{"a": null}, null, {"b": [null, {}]}]"#;
        check(records(text), "$[2].b[1]", "{}");
    }

    #[test]
    fn other_deviations_are_errors() {
        for text in [r#"["x", 2]"#, "[", "[1, true]", "null true"] {
            let error = read::<Vec<u8>>(text).unwrap_err();
            let expected = serde_json::from_str::<Vec<u8>>(text).unwrap_err();
            let expected = DecodeError::new(text.as_bytes(), &expected).to_string();
            assert_eq!(error, expected);
        }
        let error = read::<Map<Required>>(r#"{"a": {"id": null}}"#).unwrap_err();
        assert!(
            error.contains("null, expected") && error.contains("$.a.id"),
            "{error}"
        );
        let error = read::<Vec<Required>>(r#"[{"id": "a"}, {"id": null}]"#).unwrap_err();
        assert!(error.contains("$[1].id"), "{error}");
        let error = read::<Required>("[]").unwrap_err();
        assert!(error.contains("sequence, expected an object"), "{error}");
    }

    #[derive(Debug, PartialEq)]
    struct Required {
        id: String,
    }

    object!(Required { required id: "id" });
}
