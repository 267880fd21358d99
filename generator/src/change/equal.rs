//! Limits and values that are written in another way, but mean the same.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value};

use crate::api::Type;
use crate::document::BOUNDS;

/// Whether two parts of documents are the same, in the same order and without references.
pub(super) fn is_unchanged(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.len() == new.len()
                && old.iter().zip(new).all(|((key, old), (other, new))| {
                    key == other && key != "$ref" && is_unchanged(old, new)
                })
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_unchanged(old, new))
        }
        _ => old == new,
    }
}

/// Whether the values of a type are integers.
pub(super) fn is_integer_type(ty: &Type) -> bool {
    match ty {
        Type::Nullable(inner) => matches!(**inner, Type::Integer(_)),
        ty => matches!(ty, Type::Integer(_)),
    }
}

/// The same for a schema.
pub(super) fn is_integer(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("integer")
}

/// The limits without those that restrict nothing, and with the tighter one of two bounds. For integers, bounds are inclusive.
pub(super) fn normalized(mut limits: Map<String, Value>, is_integer: bool) -> Map<String, Value> {
    limits.retain(|keyword, value| match keyword.as_str() {
        "multipleOf" => !is_integer || value.as_f64() != Some(1.0),
        "minLength" | "minItems" | "minProperties" => value.as_f64() != Some(0.0),
        "uniqueItems" | "readOnly" | "writeOnly" => *value != Value::Bool(false),
        _ => true,
    });
    for (limit, exclusive) in BOUNDS {
        let is_lower = limit == "minimum";
        if is_integer
            && let Some(whole) = limits.get(limit).and_then(|bound| whole(bound, is_lower))
        {
            limits.insert(limit.to_owned(), whole);
        }
        if is_integer
            && let Some(inclusive) = limits
                .get(exclusive)
                .and_then(|bound| next(bound, is_lower))
        {
            limits.shift_remove(exclusive);
            let other = limits.get(limit);
            if other.is_none_or(|other| is_tighter(&inclusive, other, is_lower)) {
                limits.insert(limit.to_owned(), inclusive);
            }
        }
        if let (Some(inclusive), Some(other)) = (limits.get(limit), limits.get(exclusive)) {
            let removed = if is_tighter(inclusive, other, is_lower) {
                exclusive
            } else {
                limit
            };
            limits.shift_remove(removed);
        }
    }
    limits
}

/// The first integer within an inclusive bound that has a fraction.
fn whole(bound: &Value, is_lower: bool) -> Option<Value> {
    let bound = bound.as_f64().filter(|bound| bound.fract() != 0.0)?;
    let whole = if is_lower {
        bound.ceil()
    } else {
        bound.floor()
    };
    Some(Value::Number(Number::from_f64(whole)?))
}

/// The first integer behind an exclusive bound.
fn next(bound: &Value, is_lower: bool) -> Option<Value> {
    let step = if is_lower { 1 } else { -1 };
    if let Some(bound) = bound.as_i64() {
        return Some(bound.checked_add(step)?.into());
    }
    if let Some(bound) = bound.as_u64() {
        return Some(bound.checked_add_signed(step)?.into());
    }
    let bound = bound.as_f64()?;
    let whole = if is_lower {
        bound.floor()
    } else {
        bound.ceil()
    };
    #[expect(clippy::cast_precision_loss, reason = "it is 1 or -1")]
    let next = Number::from_f64(whole + step as f64)?;
    Some(Value::Number(next))
}

fn is_tighter(bound: &Value, other: &Value, is_lower: bool) -> bool {
    let tighter = if is_lower {
        Ordering::Greater
    } else {
        Ordering::Less
    };
    order(bound, other) == Some(tighter)
}

/// The order of two numbers. Integers are compared as such, because large ones are the same as floats.
pub(super) fn order(one: &Value, other: &Value) -> Option<Ordering> {
    let integer = |value: &Value| {
        let signed = value.as_i64().map(i128::from);
        signed.or_else(|| value.as_u64().map(i128::from))
    };
    match (integer(one), integer(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}

/// Whether two values are equal. Numbers are, however they are written: 20 and 20.0.
pub(super) fn is_equal(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) if old.is_f64() != new.is_f64() => {
            old.as_f64() == new.as_f64()
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_equal(old, new))
        }
        (Value::Object(old), Value::Object(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .all(|(key, value)| new.get(key).is_some_and(|other| is_equal(value, other)))
        }
        _ => old == new,
    }
}

/// A base URL as it is used: without the slash that paths begin with, and without the port that is the default. The case of the host
/// means nothing.
pub(super) fn base_url(url: &str) -> String {
    let url = url.trim_end_matches('/');
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let port = match &*scheme {
        "https" => ":443",
        "http" => ":80",
        _ => "",
    };
    let host = host.strip_suffix(port).unwrap_or(&host);
    format!("{scheme}://{host}{path}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn large_integers_are_compared_exactly() {
        let large = [9_007_199_254_740_992_u64, u64::MAX - 1];
        for number in large {
            let numbers = (json!(number), json!(number + 1));
            assert_eq!(order(&numbers.0, &numbers.1), Some(Ordering::Less));
            assert_eq!(next(&numbers.1, false), Some(numbers.0));
        }
        assert_eq!(order(&json!(20), &json!(20.5)), Some(Ordering::Less));
        assert_eq!(order(&json!(20), &json!(20.0)), Some(Ordering::Equal));
    }
}
