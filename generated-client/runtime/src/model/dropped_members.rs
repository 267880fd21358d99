//! Members of a JSON value that are lost when it is read as a type.

use serde_json::Value;

/// Returns the paths of members in `given` that are not in `kept`, such as `.a[1].b`. A missing `null` is not reported.
pub(crate) fn dropped_members(given: &Value, kept: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    compare(given, kept, "", &mut paths);
    paths
}

fn compare(given: &Value, kept: &Value, path: &str, dropped: &mut Vec<String>) {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => {
            for (name, value) in given {
                match kept.get(name) {
                    Some(kept) => compare(value, kept, &format!("{path}.{name}"), dropped),
                    None if value.is_null() => {}
                    None => dropped.push(format!("{path}.{name}")),
                }
            }
        }
        (Value::Array(given), Value::Array(kept)) => {
            for (index, (given, kept)) in given.iter().zip(kept).enumerate() {
                compare(given, kept, &format!("{path}[{index}]"), dropped);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_member_that_is_not_kept_is_named() {
        let given = json!({"a": [{"b": 1}, {"b": 1, "c": null, "d": {}}], "e": 1.0});
        assert_eq!(
            dropped_members(&given, &json!({"a": [{"b": 1}, {"b": 1}]})),
            [".a[1].d", ".e"]
        );
        assert!(dropped_members(&given, &given).is_empty());
    }
}
