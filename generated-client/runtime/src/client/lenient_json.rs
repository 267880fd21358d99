//! Reading JSON that deviates from its type: values of the wrong type are converted or left out, one by one.
//!
//! This is for error bodies, which explain a failure that has already happened, and for responses that nobody needs. Whatever
//! can be read of them helps.

use serde_core::de::DeserializeOwned;
use serde_json::{Number, Value, json};

use super::broken_json::broken_json;
use super::json_path::{self, Step};

/// The largest number of corrections in one body, so that a hostile body takes no longer than a few valid ones.
const MAX_CORRECTIONS: usize = 32;

/// The largest body that is corrected as a whole, in bytes. Bodies of errors are small.
const LARGEST: usize = 1024 * 1024;

/// The treatment of values that are too many to be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// The text does not fit the type.
    Fails,
    /// The members of the whole that contain them are left out.
    IsLeftOut,
}

/// The values of required members that a text lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Missing {
    /// The text does not fit the type.
    #[default]
    Fails,
    /// They are empty. This is only for types whose other members are needed.
    IsEmpty,
}

/// Reads as much of a JSON text as fits the type; `None` if it is not JSON, or if a required value is missing.
pub(super) fn lenient_json<T: DeserializeOwned>(
    text: &[u8],
    missing: Missing,
    rest: Rest,
) -> Option<T> {
    serde_json::from_slice(text).ok().or_else(|| {
        let check = |text: &[u8]| serde_json::from_slice::<T>(text).map(drop);
        serde_json::from_slice(&corrected(text, missing, rest, check)?).ok()
    })
}

/// Changes a text until it fits. It is not generic, so that it is compiled once.
fn corrected(
    text: &[u8],
    missing: Missing,
    rest: Rest,
    check: fn(&[u8]) -> serde_json::Result<()>,
) -> Option<Vec<u8>> {
    let is_large = text.len() > LARGEST;
    if is_large && rest == Rest::Fails {
        return None;
    }
    let valid = serde_json::from_slice(text).ok();
    let mut root = valid.or_else(|| broken_json(text))?;
    if is_large {
        // The members that tell what happened are short.
        let members = root.as_object_mut()?;
        members.retain(|_, value| value.to_string().len() <= LARGEST / 16);
    }
    let mut left = MAX_CORRECTIONS;
    let mut last: Option<Correction> = None;
    // How often an empty member was tried.
    let mut tried: Vec<(Vec<Step>, usize)> = Vec::new();
    loop {
        let text = serde_json::to_vec(&root).ok()?;
        let Err(error) = check(&text) else {
            return Some(text);
        };
        let read = json_path::bytes_read(&text, error.line(), error.column());
        let mut steps = json_path::locate(&text, read).steps;
        if left == 0 {
            // Each time, the whole has a member less.
            let whole = (rest == Rest::IsLeftOut)
                .then(|| root.as_object_mut())
                .flatten()?;
            let Some(Step::Name(name)) = steps.first() else {
                return None;
            };
            whole.remove(name)?;
            left = MAX_CORRECTIONS / 4;
            last = None;
            continue;
        }
        left -= 1;
        if let Some(name) = missing_member(&error).filter(|_| missing == Missing::IsEmpty) {
            let object = at(&mut root, &steps)?.as_object_mut()?;
            steps.push(Step::Name(name.clone()));
            let known = tried.iter().position(|(tried, _)| *tried == steps);
            let known = known.unwrap_or_else(|| {
                tried.push((steps, 0));
                tried.len() - 1
            });
            let empty = [json!(""), json!(0), json!(false), json!({}), json!([])];
            object.insert(name, empty.get(tried[known].1)?.clone());
            tried[known].1 += 1;
            continue;
        }
        let mut correction = match last {
            Some(last) if last.steps == steps => last,
            _ => Correction::new(&root, steps)?,
        };
        correction.apply(&mut root)?;
        last = Some(correction);
    }
}

/// The member without which an object cannot be read.
fn missing_member(error: &serde_json::Error) -> Option<String> {
    let error = error.to_string();
    let (name, _) = error.strip_prefix("missing field `")?.split_once('`')?;
    Some(name.to_owned())
}

/// The value at the end of these steps.
fn at<'a>(root: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(root, |value, step| match step {
        Step::Index(index) => value.get_mut(index),
        Step::Name(name) => value.get_mut(name),
    })
}

/// A value of the wrong type, and what can be tried in its place.
struct Correction {
    steps: Vec<Step>,
    /// In reverse order. If all fail, the value is left out.
    candidates: Vec<Value>,
}

impl Correction {
    /// Returns `None` for the whole text, which cannot be left out.
    fn new(root: &Value, steps: Vec<Step>) -> Option<Self> {
        steps.last()?;
        let wrong = steps.iter().try_fold(root, |value, step| match step {
            Step::Index(index) => value.get(index),
            Step::Name(name) => value.get(name),
        })?;
        let mut candidates = Vec::new();
        if wrong.is_null() {
            candidates.push(json!({}));
            candidates.push(json!([]));
        }
        if !matches!(wrong, Value::String(_) | Value::Null) {
            candidates.push(wrong.to_string().into());
        }
        match wrong {
            Value::String(text) => candidates.extend(scalar(text.trim())),
            Value::Number(number) => candidates.extend(whole(number).map(Value::from)),
            _ => {}
        }
        Some(Self { steps, candidates })
    }

    fn apply(&mut self, root: &mut Value) -> Option<()> {
        let (last, parents) = self.steps.split_last()?;
        let parent = at(root, parents)?;
        match (parent, last, self.candidates.pop()) {
            (Value::Object(members), Step::Name(name), Some(value)) => {
                *members.get_mut(name)? = value;
            }
            (Value::Object(members), Step::Name(name), None) => drop(members.remove(name)?),
            (Value::Array(items), Step::Index(index), Some(value)) => {
                *items.get_mut(*index)? = value;
            }
            (Value::Array(items), Step::Index(index), None) if *index < items.len() => {
                items.remove(*index);
                // The next item has the same position now.
                self.steps.clear();
            }
            _ => return None,
        }
        Some(())
    }
}

/// The number or boolean that a string contains.
fn scalar(text: &str) -> Option<Value> {
    let value = serde_json::from_slice(text.as_bytes()).ok()?;
    match value {
        Value::Number(number) => Some(whole(&number).unwrap_or(number).into()),
        Value::Bool(_) => Some(value),
        _ => None,
    }
}

/// The number without its fraction, if the fraction is zero.
fn whole(number: &Number) -> Option<Number> {
    let number = number.as_f64().filter(|_| number.is_f64())?;
    let digits = (number.fract() == 0.0).then(|| format!("{number:.0}"))?;
    digits.parse::<i64>().ok().map(Number::from)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Numbers = BTreeMap<String, i64>;

    fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
        lenient_json(
            value.to_string().as_bytes(),
            Missing::Fails,
            Rest::IsLeftOut,
        )
    }

    #[test]
    fn values_of_another_type_are_converted() {
        let numbers: Numbers =
            read(&json!({"a": "404", "b": 404.0, "c": " 4e2 ", "d": 1})).unwrap();
        let expected = [("a", 404), ("b", 404), ("c", 400), ("d", 1)];
        assert_eq!(
            numbers,
            expected.map(|(name, n)| (name.to_owned(), n)).into()
        );
        let texts: Vec<String> = read(&json!([1, true, {"a": [2]}, "x", 0.5])).unwrap();
        assert_eq!(texts, ["1", "true", r#"{"a":[2]}"#, "x", "0.5"]);
        assert_eq!(read::<Vec<bool>>(&json!(["true"])), Some(vec![true]));
    }

    #[test]
    fn null_is_an_empty_list() {
        let lists: BTreeMap<String, Vec<u8>> = read(&json!({"a": null, "b": ["1"]})).unwrap();
        assert_eq!(lists.into_values().collect::<Vec<_>>(), [vec![], vec![1]]);
    }

    #[test]
    fn values_that_cannot_be_converted_are_left_out() {
        let numbers: Numbers =
            read(&json!({"a": "x", "b": null, "c": 0.5, "d": {}, "e": 7})).unwrap();
        assert_eq!(numbers, [("e".to_owned(), 7)].into());
        let nested: Vec<Vec<u8>> = read(&json!([["x", null, {}, 1], "y", [300, 2]])).unwrap();
        assert_eq!(nested, [vec![1], vec![2]]);
    }

    #[test]
    fn missing_values_are_not_invented() {
        assert_eq!(read::<(u8, u8)>(&json!([1])), None);
        assert_eq!(read::<u8>(&json!(300)), None);
        assert_eq!(
            lenient_json::<Numbers>(b"<html>", Missing::Fails, Rest::IsLeftOut),
            None
        );
        assert_eq!(
            lenient_json::<Numbers>(b"", Missing::Fails, Rest::IsLeftOut),
            None
        );
    }

    #[test]
    fn a_mark_and_halves_of_characters_do_not_matter() {
        let text = b"\xef\xbb\xbf{\"a\": \"\\ud83d\", \"b\": \"2\"}";
        let numbers: Numbers = lenient_json(text, Missing::Fails, Rest::IsLeftOut).unwrap();
        assert_eq!(numbers, [("b".to_owned(), 2)].into());
    }

    #[test]
    fn a_body_of_errors_ends() {
        let body: Value = (0..100).map(|n| json!({"n": n})).collect();
        assert_eq!(read::<Vec<u8>>(&body), None);
        let many: Numbers = (0..100).map(|n| (format!("n{n:03}"), n)).collect();
        let mut body = json!(many);
        for value in body.as_object_mut().unwrap().values_mut() {
            *value = json!("x");
        }
        body["status"] = json!(404);
        let text = body.to_string();
        let read = |rest| lenient_json::<Numbers>(text.as_bytes(), Missing::Fails, rest);
        assert_eq!(
            read(Rest::IsLeftOut),
            Some([("status".to_owned(), 404)].into())
        );
        assert_eq!(read(Rest::Fails), None);
    }

    #[test]
    fn long_members_do_not_hide_short_ones() {
        type Body = BTreeMap<String, Value>;
        let text = json!({"trace": "x".repeat(2 * LARGEST), "code": 404}).to_string() + ",";
        let body: Body = lenient_json(text.as_bytes(), Missing::Fails, Rest::IsLeftOut).unwrap();
        assert_eq!(body, [("code".to_owned(), json!(404))].into());
        assert_eq!(
            lenient_json::<Body>(text.as_bytes(), Missing::Fails, Rest::Fails),
            None
        );
    }
}
