//! Compares the recordings of `generated-client/tests/recordings/` with the operations of the client, so that a maintainer knows
//! which of them a new document affects.

mod coverage;
mod policy;
mod renames;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use renames::folded;

pub use coverage::with_coverage;
pub use policy::{Policy, document, undecided, without_policy, wrong_policies};
pub use renames::Renames;

/// The folder of the recordings.
pub const RECORDINGS: &str = "generated-client/tests/recordings";
/// Their README.
pub const README: &str = "generated-client/tests/recordings/README.md";
/// The JSON Schemas of the operations.
pub const OPERATIONS: &str = "generated-client/src/generated/operations.json";

/// The fix for an operation without a recording.
const MISSING: &str = "`cargo xtask recordings --missing` writes one to complete";

/// The fix for recordings that a test makes.
const STAND_IN: &str = "stand-in/: do not edit these; adapt the scenarios in generated-client/tests/scenarios/ and the service in \
                        xtask/record/tests/record/stand_in.rs, and `UPDATE_EXPECTED=1 cargo test -p xtask-record` records them again";

/// All recordings.
#[derive(Debug, Default)]
pub struct Recordings {
    entries: Vec<Entry>,
    renames: Renames,
}

/// A recorded exchange.
#[derive(Debug)]
struct Entry {
    /// `recorded/getUser.har, entry 1 (fewest inputs)`
    name: String,
    value: Value,
}

impl Recordings {
    /// Reads all HAR files in the folders of a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for path in paths(folder)? {
            if path.is_dir() {
                files.extend(paths(&path)?);
            }
        }
        files.retain(|path| path.extension().is_some_and(|extension| extension == "har"));
        let mut entries = Vec::new();
        for path in files {
            let har = json(&path)?;
            let file = path.strip_prefix(folder).unwrap_or(&path);
            let file = file.display().to_string().replace('\\', "/");
            let recorded = har["log"]["entries"].as_array().into_iter().flatten();
            entries.extend(recorded.zip(1..).map(|(entry, position)| {
                let comment = entry["comment"].as_str().unwrap_or("no comment");
                Entry {
                    name: format!("{file}, entry {position} ({comment})"),
                    value: entry.clone(),
                }
            }));
        }
        Ok(Self {
            entries,
            renames: Renames::default(),
        })
    }

    /// The same recordings, whose problems name new names.
    #[must_use]
    pub fn with_renames(self, renames: Renames) -> Self {
        Self { renames, ..self }
    }

    /// The problems of the recordings, given the schemas of the operations: operations without a recording, recordings whose
    /// method and path no operation has, and recorded members that are gone or missing. Each with its fix. The `previous` schemas
    /// say which operations moved.
    pub fn problems(&self, schemas: &Value, previous: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        for entry in &self.entries {
            let found = match entry.operation(schemas) {
                Some(operation) => entry.differences(&schemas["$defs"], operation, &self.renames),
                None => vec![entry.without_operation(schemas, previous)],
            };
            problems.extend(
                found
                    .iter()
                    .map(|problem| format!("{}: {problem}", entry.name)),
            );
        }
        if problems.iter().any(|it| it.starts_with("stand-in/")) {
            problems.push(STAND_IN.to_owned());
        }
        let missing = self.missing(schemas, previous).into_iter();
        problems.extend(missing.map(|id| format!("{id}: no recording of a success; {MISSING}")));
        problems
    }

    /// The ids of the operations without a recording of a success.
    pub fn missing<'a>(&self, schemas: &'a Value, previous: &Value) -> Vec<&'a str> {
        let successes = self.entries.iter().filter(|entry| entry.is_success());
        let recorded: Vec<_> = successes
            .filter_map(|entry| match entry.operation(schemas) {
                Some((id, _)) => Some(id),
                None => Some(entry.moved(schemas, previous)?.0),
            })
            .collect();
        let ids = operations(schemas).map(|(id, _)| id.as_str());
        ids.filter(|id| !recorded.contains(id)).collect()
    }
}

/// Reads the schemas of the operations of the client.
pub fn schemas(root: &Path) -> Result<Value> {
    json(&root.join(OPERATIONS))
}

/// The same among the generated files; `None` for a client without operations.
pub fn schemas_in(files: &BTreeMap<String, String>) -> Result<Option<Value>> {
    let schemas = files.get("operations.json");
    let schemas = schemas.map(|text| serde_json::from_str(text));
    schemas.transpose().context("the schemas are not JSON")
}

/// The same in a revision of git; `None` if it has none.
pub fn schemas_of(root: &Path, revision: &str) -> Option<Value> {
    let mut git = Command::new("git");
    git.current_dir(root)
        .args(["show", &format!("{revision}:./{OPERATIONS}")]);
    let output = git.output().ok().filter(|output| output.status.success())?;
    serde_json::from_slice(&output.stdout).ok()
}

impl Entry {
    fn text(&self, pointer: &str) -> &str {
        let text = self.value.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_default()
    }

    fn is_success(&self) -> bool {
        let status = self.value["response"]["status"].as_u64();
        status.is_some_and(|status| (200..300).contains(&status))
    }

    /// The path of the URL in segments, and the names of the query parameters. Both are still encoded.
    fn target(&self) -> (Vec<&str>, Vec<&str>) {
        let url = self.text("/request/url");
        let (_, target) = url.split_once("://").unwrap_or_default();
        let (_, target) = target.split_once('/').unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let names = pairs.map(|pair| pair.split('=').next().unwrap_or_default());
        (path.split('/').collect(), names.collect())
    }

    /// The id and the schemas of the operation with the method and path: the one with the fewest path parameters.
    fn operation<'a>(&self, schemas: &'a Value) -> Option<(&'a str, &'a Value)> {
        let (path, _) = self.target();
        let is_parameter = |segment: &&str| segment.starts_with('{');
        let matching = operations(schemas).filter_map(|(id, operation)| {
            let (method, template) = operation["route"].as_str()?.split_once(" /")?;
            let template: Vec<_> = template.split('/').collect();
            let mut pairs = template.iter().zip(&path);
            let is_match = method == self.text("/request/method")
                && template.len() == path.len()
                && pairs.all(|(expected, segment)| is_parameter(expected) || expected == segment);
            let parameters = template.into_iter().filter(is_parameter).count();
            is_match.then_some((parameters, id.as_str(), operation))
        });
        let best = matching.min_by_key(|(parameters, _, _)| *parameters);
        best.map(|(_, id, operation)| (id, operation))
    }

    /// The id and the schemas of the operation that had the method and path or that the file is named for, if no operation has
    /// the method and path.
    fn moved<'a>(&self, schemas: &'a Value, previous: &Value) -> Option<(&'a str, &'a Value)> {
        let (file, _) = self.name.split_once(".har, ")?;
        let previous = self.operation(previous).map(|(id, _)| id);
        let id = previous.or_else(|| file.rsplit('/').next())?;
        let (id, operation) = schemas["operations"].as_object()?.get_key_value(id)?;
        Some((id, operation))
    }

    /// The problem of a recording whose method and path no operation has.
    fn without_operation(&self, schemas: &Value, previous: &Value) -> String {
        let route = self
            .moved(schemas, previous)
            .and_then(|(_, operation)| operation["route"].as_str());
        match route {
            Some(route) => format!("its operation moved: change `method` and `url` to {route}"),
            None => "no operation has its method and path: change `method` and `url` if it moved, or remove it".to_owned(),
        }
    }

    /// The members of request and response that differ from the schemas of the operation.
    fn differences(
        &self,
        definitions: &Value,
        (id, operation): (&str, &Value),
        renames: &Renames,
    ) -> Vec<String> {
        let id = folded(id);
        let comparison = Comparison {
            definitions,
            renames,
        };
        let mut problems = Vec::new();
        let input = &operation["input"];
        let (_, query) = self.target();
        for name in query {
            let object = name.split('.').next().unwrap_or_default();
            let is_known = [name, object]
                .iter()
                .any(|name| member(input, "query", name).is_some());
            if !is_known {
                let hint = renames.hint(&id, object);
                problems.push(format!(
                    "the parameter `{name}` is gone: {hint}remove it from the URL"
                ));
            }
        }
        // The official client sends `{}` with every DELETE.
        if let Ok(body) = serde_json::from_str::<Value>(self.text("/request/postData/text")) {
            let mut found = Differences::default();
            match (&body, input["properties"].get("body")) {
                (Value::Object(members), whole)
                    if whole.is_none() || members.contains_key("body") =>
                {
                    for (name, value) in members {
                        let at = format!("/{name}");
                        match member(input, "body", name) {
                            Some(schema) => comparison.compare(schema, value, &at, &mut found),
                            None => found.gone.push((at, renames.hint(&id, name))),
                        }
                    }
                }
                (body, Some(whole)) => comparison.compare(whole, body, "", &mut found),
                _ => {}
            }
            problems.extend(found.gone.iter().map(|(at, hint)| {
                format!("{at} of the request is gone: {hint}remove it from `postData`")
            }));
            problems.extend(
                found
                    .missing
                    .iter()
                    .map(|at| format!("{at} of the request is required: add it to `postData`")),
            );
        }
        let unknown = self.text("/response/content/comment");
        let unknown = unknown.strip_prefix("unknown to the document: ");
        let unknown: Vec<_> = unknown.unwrap_or_default().split_whitespace().collect();
        let body = serde_json::from_str(self.text("/response/content/text"));
        if let Ok(body) = body
            && self.is_success()
        {
            let mut found = Differences::default();
            comparison.compare(&operation["output"], &body, "", &mut found);
            found.gone.retain(|(at, _)| !unknown.contains(&at.as_str()));
            problems.extend(found.gone.iter().map(|(at, hint)| {
                format!(
                    "{at} of the response is gone: {hint}remove it, or list it in the `comment` of `content` as unknown to the document"
                )
            }));
            problems.extend(found.missing.iter().map(|at| {
                format!("{at} of the response is required: add it to the text of `content`")
            }));
        }
        problems
    }
}

/// JSON pointers to members that a schema does not have, and to those that it requires and a value lacks.
#[derive(Debug, Default)]
struct Differences {
    /// With the hint that it has another name, if it has one.
    gone: Vec<(String, String)>,
    missing: Vec<String>,
}

struct Comparison<'a> {
    definitions: &'a Value,
    renames: &'a Renames,
}

impl Comparison<'_> {
    fn compare(&self, schema: &Value, value: &Value, at: &str, found: &mut Differences) {
        let mut owner = "";
        let mut schema = schema;
        while let Some(name) = schema["$ref"]
            .as_str()
            .and_then(|it| it.strip_prefix("#/$defs/"))
        {
            (owner, schema) = (name, &self.definitions[name]);
        }
        let alternatives = ["oneOf", "anyOf"].into_iter();
        let alternatives: Vec<_> = alternatives
            .filter_map(|keyword| schema[keyword].as_array())
            .flatten()
            .map(|alternative| {
                let mut found = Differences::default();
                self.compare(alternative, value, at, &mut found);
                found
            })
            .collect();
        let differing = |found: &Differences| found.gone.len() + found.missing.len();
        if let Some(mut nearest) = alternatives.into_iter().min_by_key(differing) {
            found.gone.append(&mut nearest.gone);
            found.missing.append(&mut nearest.missing);
            return;
        }
        match value {
            Value::Object(members) => {
                self.compare_members(schema, owner, members, at, found);
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.compare(&schema["items"], item, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }

    fn compare_members(
        &self,
        schema: &Value,
        owner: &str,
        members: &Map<String, Value>,
        at: &str,
        found: &mut Differences,
    ) {
        let additional = &schema["additionalProperties"];
        for (name, value) in members {
            let at = format!("{at}/{name}");
            if let Some(property) = schema["properties"].get(name) {
                self.compare(property, value, &at, found);
            } else if additional.is_object() {
                self.compare(additional, value, &at, found);
            } else if schema["properties"].is_object() && *additional != Value::Bool(true) {
                found.gone.push((at, self.renames.hint(owner, name)));
            }
        }
        let required = schema["required"].as_array().into_iter().flatten();
        let missing = required
            .filter_map(Value::as_str)
            .filter(|name| !members.contains_key(*name));
        found
            .missing
            .extend(missing.map(|name| format!("{at}/{name}")));
    }
}

/// The schema of an input, whose name may be qualified.
fn member<'a>(input: &'a Value, location: &str, name: &str) -> Option<&'a Value> {
    let properties = &input["properties"];
    let qualified = properties.get(format!("{location}.{name}"));
    qualified.or_else(|| properties.get(name))
}

fn operations(schemas: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schemas["operations"].as_object().into_iter().flatten()
}

fn json(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot parse {}", path.display()))
}

/// The entries of a folder in their order.
fn paths(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder);
    let entries = entries.with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}
