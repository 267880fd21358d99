//! What may be recorded of each operation: the values of `x-record`, most of which are in the overlay.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use openapi_rust_client_generator::{Source, json_path_member, overlaid};
use serde_json::Value;

use super::api::Api;
use super::{operations, renamed};
use crate::{OVERLAYS, SPEC};

/// The extension of an operation that says whether it may be recorded.
const RECORD: &str = "x-record";

/// The overlay with corrections.
const OVERLAY: &str = OVERLAYS[1];

/// What may be recorded of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Policy<'d> {
    /// Everything, because it changes nothing.
    Safe,
    /// Calls about what the scenario has created.
    Own,
    /// The same. It creates something, which a call of another operation removes.
    Undo {
        /// The operation that removes it.
        operation: &'d str,
        /// The inputs of that operation, as JSON pointers to `input` and `output` of this one.
        input: Vec<(&'d str, &'d str)>,
    },
    /// Nothing.
    Never,
}

impl<'d> Policy<'d> {
    /// That of an operation of the document; `None` if nothing says it.
    pub fn of(operation: &'d Value) -> Result<Option<Self>> {
        let Some(value) = operation.get(RECORD) else {
            return Ok(None);
        };
        let policy = match value.as_str() {
            Some("safe") => Some(Self::Safe),
            Some("own") => Some(Self::Own),
            Some("never") => Some(Self::Never),
            Some(_) => None,
            None => Self::undo(value),
        };
        let policy = policy.with_context(|| {
            format!("{value} is not `safe`, `own`, `never` or `{{undo: operation, input: {{name: pointer}}}}`")
        })?;
        Ok(Some(policy))
    }

    fn undo(value: &'d Value) -> Option<Self> {
        let input = value["input"].as_object()?.iter();
        let input = input.map(|(name, at)| Some((name.as_str(), at.as_str()?)));
        Some(Self::Undo {
            operation: value["undo"].as_str()?,
            input: input.collect::<Option<_>>()?,
        })
    }

    /// Whether a value of the output is an id of what the operation creates: one that is needed to remove it.
    pub fn creates(&self, pointer: &str) -> bool {
        let Self::Undo { input, .. } = self else {
            return false;
        };
        let mut created = input.iter();
        created.any(|(_, at)| at.strip_prefix("/output") == Some(pointer))
    }

    /// The reasons why what an operation creates could not be removed, given the schemas of the operations. The `previous` schemas say
    /// which operation has another id.
    pub fn misfits(&self, id: &str, schemas: &Value, previous: &Value) -> Vec<String> {
        let Self::Undo { operation, input } = self else {
            return Vec::new();
        };
        let removal = &schemas["operations"][operation];
        if removal.is_null() {
            let fix = match renamed(operation, schemas, previous) {
                Some(id) => format!("it is `{id}` now"),
                None => "name the one that does".to_owned(),
            };
            return vec![format!(
                "there is no operation `{operation}` to remove what it creates: {fix}"
            )];
        }
        let inputs = &removal["input"];
        let mut problems = Vec::new();
        for (name, pointer) in input {
            if inputs["properties"].get(name).is_none() {
                problems.push(format!(
                    "`{operation}` has no input `{name}`: name one that it has"
                ));
            }
            if !is_there(&schemas["operations"][id], pointer, &schemas["$defs"]) {
                problems.push(format!(
                    "`{pointer}` is neither an input nor in the response: change the pointer"
                ));
            }
        }
        let required = inputs["required"].as_array().into_iter().flatten();
        let required = required.filter_map(Value::as_str);
        let lacking = required.filter(|name| input.iter().all(|(other, _)| other != name));
        problems.extend(lacking.map(|name| {
            format!("`{operation}` requires `{name}`: add it to `input`, with a JSON pointer")
        }));
        problems
    }
}

/// Whether the schemas of an operation have a member. Where they name no members, it may be there.
fn is_there(operation: &Value, pointer: &str, definitions: &Value) -> bool {
    let mut steps = pointer.split('/').skip(1);
    let mut schema = match steps.next() {
        Some(side @ ("input" | "output")) => &operation[side],
        _ => return false,
    };
    for step in steps {
        while let Some(name) = schema["$ref"].as_str() {
            schema = &definitions[name.trim_start_matches("#/$defs/")];
        }
        let Some(properties) = schema["properties"].as_object() else {
            return true;
        };
        match properties.get(step) {
            Some(property) => schema = property,
            None => return false,
        }
    }
    true
}

/// The document of a workspace with its overlays.
pub fn document(root: &Path) -> Result<Value> {
    let source = |path: &str| {
        let text = fs::read_to_string(root.join(path));
        text.with_context(|| format!("cannot read {path}"))
            .map(|text| Source::new(path, text))
    };
    let overlays = OVERLAYS.iter().filter(|path| root.join(path).is_file());
    let overlays: Vec<Source> = overlays.map(|path| source(path)).collect::<Result<_>>()?;
    let document = overlaid(&source(SPEC)?, &overlays);
    ensure!(
        document.is_object(),
        "{SPEC} cannot be read; run `cargo xtask regen`"
    );
    Ok(document)
}

/// The values of `x-record` that are wrong, each with its place in the overlay and the fix.
pub fn wrong_policies(root: &Path, api: Api<'_>, previous: &Value) -> Vec<String> {
    // A workspace may have no overlay.
    let overlay = fs::read_to_string(root.join(OVERLAY)).unwrap_or_default();
    let overlay = Source::new(OVERLAY, overlay);
    let actions = overlay.to_json().unwrap_or_default();
    let mut problems = Vec::new();
    for (id, schema) in operations(api.schemas) {
        let operation = api.operation(schema);
        let found = match Policy::of(operation) {
            Ok(policy) => {
                policy.map_or_else(Vec::new, |policy| policy.misfits(id, api.schemas, previous))
            }
            Err(problem) => vec![problem.to_string()],
        };
        let line = line(&actions, &overlay.text, &operation[RECORD]);
        let place = line.map_or_else(String::new, |line| format!(":{line}"));
        problems.extend(
            found
                .iter()
                .map(|problem| format!("{OVERLAY}{place}: `{RECORD}` of {id}: {problem}")),
        );
    }
    problems
}

/// The operations of which nothing says whether they may be recorded: an action for each.
pub fn without_policy(api: Api<'_>) -> Vec<String> {
    let undecided = operations(api.schemas).filter(|(_, schema)| {
        let operation = api.operation(schema);
        operation.is_object() && operation.get(RECORD).is_none()
    });
    let actions = undecided.filter_map(|(_, schema)| {
        let (method, path) = schema["route"].as_str()?.split_once(' ')?;
        let (path, method) = (json_path_member(path), method.to_lowercase());
        Some(format!(
            "- target: $.paths{path}.{method}\n  update: {{{RECORD}: never}}"
        ))
    });
    actions.collect()
}

/// What these actions are for.
pub fn undecided(actions: usize) -> String {
    let (operations, say) = match actions {
        1 => ("1 operation has", "it"),
        _ => (&*format!("{actions} operations have"), "they"),
    };
    format!(
        "{operations} no `{RECORD}`, which says whether {say} may be recorded; add actions to {OVERLAY}, with `never` or another value of the \
         table in CONTRIBUTING.md:"
    )
}

/// The line of the action that sets this value.
fn line(overlay: &Value, text: &str, policy: &Value) -> Option<usize> {
    let actions = overlay["actions"].as_array()?.iter();
    let mut policies = actions.filter_map(|action| action.pointer(&format!("/update/{RECORD}")));
    let index = policies.position(|other| other == policy)?;
    let key = format!("{RECORD}:");
    let lines = text.lines().zip(1..).filter(|(line, _)| {
        let code = line.split(" #").next().unwrap_or_default();
        code.contains(&key) && !code.trim_start().starts_with('#')
    });
    lines.map(|(_, number)| number).nth(index)
}
