//! OpenAPI Overlays (1.0 and 1.1), applied in order before anything else reads the document.

mod action;
mod limits;
mod path;
mod syntax;

use std::collections::BTreeSet;

use roas_overlay::validation::Validate;
use roas_overlay::{v1_0, v1_1};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use action::{Action, Actions, Applied, Change, Failure};

use crate::diagnostics::{Code, Location, Problem, Reported, Reporter, Severity, nearest, unknown};
use crate::source::Pointer;

/// An overlay that was read.
#[derive(Clone, Copy)]
pub(super) struct Overlay<'a> {
    pub(super) value: &'a Value,
    /// The index of its source.
    pub(super) source: usize,
    /// Whether its actions may match nothing, as if they were optional.
    pub(super) may_miss: bool,
}

/// Applies one overlay. Reports every action that fails, not only the first. Fails if it cannot be applied at all. The observer
/// sees the document after each action, with the pointer to the target of the action.
pub(super) fn apply(
    document: &mut Value,
    overlay: Overlay<'_>,
    reporter: &Reporter,
    observer: &mut dyn FnMut(Pointer, &Value),
) -> Result<(), Reported> {
    let Overlay { value, source, .. } = overlay;
    let version = value
        .get("overlay")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if version.starts_with("1.0.") {
        apply_version::<v1_0::Overlay>(document, overlay, false, reporter, observer)
    } else if version.starts_with("1.1.") {
        apply_version::<v1_1::Overlay>(document, overlay, true, reporter, observer)
    } else {
        let is = |key: &str| value.get(key).is_some();
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
                "add `overlay: 1.1.0` at the top, if it is one",
            )
        };
        let location = Location::Source(source, Pointer::root().join(key));
        Err(reporter.failure(Problem::error(
            Code::OverlayVersion,
            location,
            message,
            help,
        )))
    }
}

const SPECIFICATION: &str = "see https://spec.openapis.org/overlay/latest";

/// On an overlay or an action: the targets may match nothing, because a document does not always have them.
const OPTIONAL: &str = "x-optional";

fn apply_version<T>(
    document: &mut Value,
    overlay: Overlay<'_>,
    is_1_1: bool,
    reporter: &Reporter,
    observer: &mut dyn FnMut(Pointer, &Value),
) -> Result<(), Reported>
where
    T: Validate + DeserializeOwned,
{
    let Overlay {
        value: overlay,
        source,
        may_miss,
    } = overlay;
    let report = |pointer: Pointer, message: String, help: &str| {
        let location = Location::Source(source, pointer);
        reporter.failure(Problem::error(Code::Overlay, location, message, help))
    };
    let actions = overlay.get("actions").and_then(Value::as_array);
    let actions = actions.map_or(&[][..], Vec::as_slice);
    // Before anything parses the paths.
    check_paths(actions, report)?;
    // The other actions are applied, so that all problems are reported.
    let mut invalid = BTreeSet::new();
    let valid = match T::deserialize(overlay) {
        Ok(valid) => valid,
        Err(_) => {
            let well_formed = well_formed::<T>(overlay, actions, |index, error| {
                let at = index.map_or_else(Pointer::root, |index| {
                    invalid.insert(index);
                    Pointer::root().join("actions").join(index.to_string())
                });
                report(at, format!("invalid overlay: {error}"), SPECIFICATION)
            });
            well_formed?
        }
    };
    let misspelled = misspelled(actions);
    for (index, field) in &misspelled {
        invalid.insert(*index);
        report(
            field_of_action(*index, field),
            unknown("field", field, CHANGES),
            SPECIFICATION,
        );
    }
    if let Err(found) = valid.validate(<_>::default()) {
        for error in found.errors {
            let is_of = |index| error.path.starts_with(&format!("#.actions[{index}]"));
            if misspelled.iter().any(|(index, _)| is_of(*index)) {
                continue;
            }
            let at = pointer(&error.path);
            let problem = error.message.trim();
            let path = at.find(overlay).and_then(Value::as_str);
            let path = path.filter(|_| problem.starts_with("invalid JSONPath query: "));
            let (message, help) = match path {
                Some(path) => syntax::explained(path),
                None => (
                    format!("invalid overlay: {problem}"),
                    SPECIFICATION.to_owned(),
                ),
            };
            if let [list, index, ..] = at.steps()
                && **list == *"actions"
            {
                invalid.extend(index.parse::<usize>());
            }
            report(at, message, &help);
        }
    }
    let is_optional = |value: &Value, at: Pointer| match value.get(OPTIONAL) {
        None => false,
        Some(Value::Bool(is_optional)) => *is_optional,
        Some(_) => {
            let message = format!("`{OPTIONAL}` is not a boolean");
            report(at.join(OPTIONAL), message, "write `true` or `false`");
            false
        }
    };
    let are_optional = is_optional(overlay, Pointer::root()) || may_miss;
    let mut state = Actions::new(document, is_1_1);
    for (index, value) in actions.iter().enumerate() {
        let Some(action) = action(value, is_1_1).filter(|_| !invalid.contains(&index)) else {
            continue;
        };
        let at = Pointer::root().join("actions").join(index.to_string());
        let may_miss = is_optional(value, at.clone()) || are_optional;
        let target = at.join("target");
        let at = Location::Source(source, target.clone());
        let result = state.apply(&action);
        observer(target, state.document());
        let ends = matches!(result, Err(Failure::Growth(_)));
        for problem in problems(&action, result, may_miss, &at) {
            let failure = reporter.failure(problem);
            if ends {
                return Err(failure);
            }
        }
    }
    Ok(())
}

/// The pointer to a field of an action.
fn field_of_action(index: usize, field: &str) -> Pointer {
    let action = Pointer::root().join("actions").join(index.to_string());
    action.join(field)
}

/// Reports the paths that are too long or too deep.
fn check_paths(
    actions: &[Value],
    report: impl Fn(Pointer, String, &str) -> Reported,
) -> Result<(), Reported> {
    let mut result = Ok(());
    for (index, action) in actions.iter().enumerate() {
        for key in ["target", "copy"] {
            let path = action.get(key).and_then(Value::as_str);
            if let Some(Err(problem)) = path.map(limits::check_text) {
                let message = format!("the path {problem}");
                let at = field_of_action(index, key);
                result = Err(report(at, message, "write a simpler path"));
            }
        }
    }
    result
}

/// The fields of an action that change something.
const CHANGES: [&str; 3] = ["update", "remove", "copy"];

/// The actions that change nothing because of a misspelled field, each with the field.
fn misspelled(actions: &[Value]) -> Vec<(usize, &str)> {
    let actions = actions.iter().enumerate();
    let misspelled = actions.filter_map(|(index, action)| {
        let mut fields = action.as_object()?.keys().map(String::as_str);
        if CHANGES.iter().any(|field| action.get(field).is_some()) {
            return None;
        }
        let field = fields.find(|field| nearest(field, CHANGES).is_some())?;
        Some((index, field))
    });
    misspelled.collect()
}

/// The overlay without the parts that cannot be read, which are reported by the index of their action. Reading all of it does not say
/// where it failed.
fn well_formed<T: DeserializeOwned>(
    overlay: &Value,
    actions: &[Value],
    mut report: impl FnMut(Option<usize>, serde_json::Error) -> Reported,
) -> Result<T, Reported> {
    let nothing = json!({"target": "$", "update": {}});
    let with_actions = |overlay: &Value, actions: Value| {
        let mut overlay = overlay.clone();
        overlay["actions"] = actions;
        overlay
    };
    let minimal = json!({"overlay": overlay["overlay"], "info": {"title": "x", "version": "x"}});
    let mut head = overlay;
    if let Err(error) = T::deserialize(with_actions(overlay, json!([nothing]))) {
        report(None, error);
        head = &minimal;
    }
    if !overlay["actions"].is_array() {
        return T::deserialize(overlay).map_err(|error| report(None, error));
    }
    let mut kept = actions.to_vec();
    for (index, action) in kept.iter_mut().enumerate() {
        if let Err(error) = T::deserialize(with_actions(&minimal, json!([action]))) {
            report(Some(index), error);
            *action = nothing.clone();
        }
    }
    T::deserialize(with_actions(head, kept.into())).map_err(|error| report(None, error))
}

/// `#.actions[3].target` as a pointer.
fn pointer(path: &str) -> Pointer {
    let steps = path.split(['.', '[']).skip(1);
    steps.fold(Pointer::root(), |at, step| {
        at.join(step.trim_end_matches(']'))
    })
}

/// The problems of an action that was applied or failed.
fn problems(
    action: &Action<'_>,
    result: Result<Applied, Failure>,
    is_optional: bool,
    at: &Location,
) -> Vec<Problem> {
    let target = shown(action.target);
    let error =
        |message: String, help: &str| Problem::error(Code::Overlay, at.clone(), message, help);
    let missing = |code, message: String, near: Option<String>| {
        let fix = match near {
            Some(near) => format!("fix the target (did you mean `{}`?)", shown(&near)),
            None => "fix the target".to_owned(),
        };
        let help = format!("{fix}, or delete what the document no longer has");
        let (severity, code) = if is_optional {
            (Severity::Warning, Code::OptionalAction)
        } else {
            code
        };
        match severity {
            Severity::Error => Problem::error(code, at.clone(), message, help),
            Severity::Warning => Problem::warning(code, at.clone(), message, help),
        }
    };
    match result {
        Err(Failure::NoMatch(near)) => {
            let message = format!("the action on `{target}` matches nothing in the document");
            vec![missing((Severity::Error, Code::Overlay), message, near)]
        }
        Err(Failure::Other(problem)) => {
            let message = format!("the action on `{target}` fails: {problem}");
            vec![error(message, "fix the action")]
        }
        Err(Failure::Version(problem)) => {
            let message = format!("the action on `{target}` fails: {problem}");
            let help = "write `overlay: 1.1.0` at the top of this overlay, or change the value by an `update` of its parent";
            vec![error(message, help)]
        }
        Err(Failure::Growth(problem)) => {
            let message = format!("the action on `{target}` fails: {problem}");
            vec![error(message, "remove the action, or make it smaller")]
        }
        Ok(Applied { changed, unmatched }) => {
            let unmatched = unmatched.into_iter().map(|part| {
                let text = shown(&part.text);
                let message = format!("`{text}` in the action on `{target}` matches nothing");
                missing((Severity::Warning, Code::UnmatchedName), message, part.near)
            });
            let redundant = (!changed).then(|| {
                let message = format!("the action on `{target}` changes nothing");
                let help = "the document says the same: delete the action";
                Problem::warning(Code::RedundantAction, at.clone(), message, help)
            });
            unmatched.chain(redundant).collect()
        }
    }
}

/// The beginning of a path, for messages.
fn shown(path: &str) -> String {
    const LONGEST: usize = 200;
    match path.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &path[..end]),
        None => path.to_owned(),
    }
}

/// An action of a valid overlay.
fn action(value: &Value, is_1_1: bool) -> Option<Action<'_>> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let change = if value.get("remove") == Some(&Value::Bool(true)) {
        Change::Remove
    } else if let Some(path) = text("copy").filter(|_| is_1_1) {
        Change::Copy(path)
    } else {
        Change::Update(value.get("update")?)
    };
    Some(Action {
        target: text("target")?,
        change,
    })
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
            let overlay = Overlay {
                value: &overlay,
                source: 1,
                may_miss: false,
            };
            let _ = apply(&mut changed, overlay, &reporter, &mut |_, _| {});
            assert_eq!(changed, json!({"a": [{}, {name: {"c": 3}}]}), "{name}");
        }
    }
}
