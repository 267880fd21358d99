//! OpenAPI Overlays (1.0 and 1.1), applied in order before anything else reads the document.

use roas_overlay::apply::{Apply, ApplyErrorKind, ApplyOptions};
use roas_overlay::validation::Validate;
use roas_overlay::{v1_0, v1_1};
use serde_json::Value;

use crate::diagnostics::{Code, Location, Problem, Reporter};
use crate::source::Pointer;

/// Applies one overlay, the source with index `source`. Reports every action that fails, not only the first.
pub(super) fn apply(document: &mut Value, overlay: &Value, source: usize, reporter: &Reporter) {
    let version = overlay
        .get("overlay")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if version.starts_with("1.0.") {
        apply_version::<v1_0::Overlay>(document, overlay, source, reporter);
    } else if version.starts_with("1.1.") {
        apply_version::<v1_1::Overlay>(document, overlay, source, reporter);
    } else {
        let is = |key: &str| overlay.get(key).is_some();
        let (key, message, help) = if !is("overlay") && (is("openapi") || is("swagger")) {
            let message = "this is an API document, not an overlay";
            (
                "openapi",
                message,
                "pass it with `--spec`, and with `--overlay` what changes it",
            )
        } else {
            let message = "this is not an OpenAPI Overlay 1.0 or 1.1";
            (
                "overlay",
                message,
                "add `overlay: 1.0.0` at the top, if it is one",
            )
        };
        let location = Location::Source(source, Pointer::root().join(key));
        reporter.report(Problem::error(
            Code::OverlayVersion,
            location,
            message,
            help,
        ));
    }
}

fn apply_version<T>(document: &mut Value, overlay: &Value, source: usize, reporter: &Reporter)
where
    T: Apply + Validate + serde::de::DeserializeOwned,
{
    let report = |pointer: Pointer, message: String, help: &str| {
        let location = Location::Source(source, pointer);
        reporter.report(Problem::error(Code::Overlay, location, message, help));
    };
    let read = |value: &Value| serde_json::from_value::<T>(value.clone());
    let whole = match read(overlay) {
        Ok(whole) => whole,
        Err(error) => {
            let message = format!("invalid overlay: {error}");
            return report(
                Pointer::root(),
                message,
                "see https://spec.openapis.org/overlay/latest",
            );
        }
    };
    if let Err(errors) = whole.validate(<_>::default()) {
        let message = format!("invalid overlay: {errors}");
        return report(
            Pointer::root(),
            message,
            "see https://spec.openapis.org/overlay/latest",
        );
    }
    if whole
        .apply(document, ApplyOptions::ErrorOnZeroMatch.into())
        .is_ok()
    {
        return;
    }
    // An action failed, but only the first failure is known: apply the actions one by one.
    let actions = overlay["actions"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    for (index, action) in actions.iter().enumerate() {
        let mut single = overlay.clone();
        single["actions"] = Value::Array(vec![action.clone()]);
        let Ok(single) = read(&single) else { continue };
        if let Err(error) = single.apply(document, ApplyOptions::ErrorOnZeroMatch.into()) {
            let at = Pointer::root()
                .join("actions")
                .join(index.to_string())
                .join("target");
            let target = &error.target;
            match error.kind {
                ApplyErrorKind::ZeroMatch => report(
                    at,
                    format!("the action on `{target}` matches nothing in the document"),
                    "the document has changed here: fix the target, or delete the action if it is no longer needed",
                ),
                kind => report(
                    at,
                    format!("the action on `{target}` fails: {kind}"),
                    "fix the action; a target is an object or an array, so change a string or number by an `update` of its parent",
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_paths_match_their_pointers() {
        let hostile = [
            "",
            " ",
            "'",
            "\"",
            "\\",
            "\\'",
            "a'b",
            "]['",
            "['x']",
            "*",
            "..",
            "$",
            "@",
            "?",
            "0",
            "200",
            "a.b",
            "a-b",
            "_a1",
            "\n",
            "\u{0}\u{1f}",
            "\u{7f}",
            "日本",
            "😀",
            "ключ",
            "~1/~0",
            "/users/{id}",
            "#",
            ": ",
            "get # x",
            "\u{2028}",
            "x-$ref",
        ];
        for name in hostile {
            let value = json!({"a": [{}, {name: {"b": [1, 2]}}]});
            let pointer = Pointer::root().join("a").join("1").join(name);
            let path = |pointer: &Pointer| pointer.to_json_path(&pointer.kinds(&value).unwrap());
            let overlay = json!({"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": [
                {"target": path(&pointer), "update": {"c": 3}},
                {"target": path(&pointer.join("b")), "remove": true},
            ]});
            let mut changed = value.clone();
            let reporter = Reporter::default();
            apply(&mut changed, &overlay, 1, &reporter);
            assert_eq!(changed, json!({"a": [{}, {name: {"c": 3}}]}), "{name}");
        }
    }
}
