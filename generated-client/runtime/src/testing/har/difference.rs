//! Comparison of JSON by meaning.

use serde_json::Value;

use crate::Timestamp;

/// The differences between a recorded value and another one, such as `1 instead of 2 at $.a[0]`. Numbers are compared by
/// value, times as instants.
pub fn json_differences(recorded: &Value, actual: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    compare(recorded, actual, "$", &mut differences);
    differences
}

fn compare(recorded: &Value, actual: &Value, path: &str, differences: &mut Vec<String>) {
    match (recorded, actual) {
        (Value::Object(recorded), Value::Object(actual)) => {
            for (name, value) in recorded {
                let path = format!("{path}.{name}");
                match actual.get(name) {
                    Some(actual) => compare(value, actual, &path, differences),
                    None => differences.push(format!("{value} instead of nothing at {path}")),
                }
            }
            let others = actual.iter();
            let others = others.filter(|(name, _)| !recorded.contains_key(*name));
            differences.extend(
                others.map(|(name, value)| format!("nothing instead of {value} at {path}.{name}")),
            );
        }
        (Value::Array(recorded), Value::Array(actual)) if recorded.len() == actual.len() => {
            for (index, (recorded, actual)) in recorded.iter().zip(actual).enumerate() {
                compare(recorded, actual, &format!("{path}[{index}]"), differences);
            }
        }
        _ if recorded == actual => {}
        _ if recorded.is_number() && recorded.as_f64() == actual.as_f64() => {}
        _ if instant(recorded).is_some() && instant(recorded) == instant(actual) => {}
        _ => differences.push(format!("{recorded} instead of {actual} at {path}")),
    }
}

fn instant(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::json_differences;

    #[test]
    fn differences_have_paths() {
        let recorded = json!({"a": [1, {"b": "x"}], "c": null});
        for (actual, expected) in [
            (
                json!({"a": [1, {"b": "y"}], "c": null}),
                "\"x\" instead of \"y\" at $.a[1].b",
            ),
            (
                json!({"a": [1], "c": null}),
                "[1,{\"b\":\"x\"}] instead of [1] at $.a",
            ),
            (
                json!({"a": [1, {"b": "x"}]}),
                "null instead of nothing at $.c",
            ),
            (
                json!({"a": [1, {"b": "x"}], "c": null, "d": 1}),
                "nothing instead of 1 at $.d",
            ),
        ] {
            assert_eq!(json_differences(&recorded, &actual), [expected]);
        }
    }

    #[test]
    fn numbers_and_times_are_compared_by_value() {
        let recorded = json!({"n": 1, "t": "2026-01-31T12:00:00Z"});
        let actual = json!({"n": 1.0, "t": "2026-01-31T13:00:00.000+01:00"});
        assert!(json_differences(&recorded, &actual).is_empty());
    }
}
