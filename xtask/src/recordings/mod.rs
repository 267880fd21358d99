//! Compares the recordings of `generated-client/tests/recordings/` with the operations of the client, so that a maintainer knows
//! which of them a new document affects.

mod api;
mod compare;
mod coverage;
mod entry;
mod policy;
mod renames;
mod scenarios;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use entry::Entry;
use scenarios::Call;

pub use api::Api;
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
    calls: Vec<Call>,
    renames: Renames,
}

impl Recordings {
    /// Reads all HAR files in the folders of a folder, and the scenarios next to it.
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
            calls: scenarios::read(&folder.with_file_name("scenarios"))?,
            renames: Renames::default(),
        })
    }

    /// The same recordings, whose problems name new names.
    #[must_use]
    pub fn with_renames(self, renames: Renames) -> Self {
        Self { renames, ..self }
    }

    /// The problems of the recordings: operations without a recording, recordings whose method and path no operation has, what
    /// differs from the schemas, and the same for scenarios. Each with its fix. The `previous` schemas say which operations moved
    /// or were renamed.
    pub fn problems(&self, api: Api<'_>, previous: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        for entry in &self.entries {
            let found = match entry.current(api.schemas, previous) {
                Some(operation) => entry.differences(api, operation, &self.renames),
                None => vec![entry.without_operation(api.schemas, previous)],
            };
            let found = found.iter();
            problems.extend(found.map(|problem| format!("{}: {problem}", entry.name)));
        }
        let is_elsewhere = |entry: &&Entry| {
            let is_here = |server| entry.text("/request/url").starts_with(server);
            entry.name.starts_with("stand-in/") && !api.server().is_none_or(is_here)
        };
        if let (Some(entry), Some(server)) = (self.entries.iter().find(is_elsewhere), api.server())
        {
            problems.push(format!("{}: the service is at {server} now", entry.name));
        }
        let calls = self.calls.iter();
        let calls = calls.flat_map(|call| call.problems(api.schemas, previous, &self.renames));
        let calls: Vec<String> = calls.collect();
        if !calls.is_empty() || problems.iter().any(|it| it.starts_with("stand-in/")) {
            problems.extend(calls);
            problems.push(STAND_IN.to_owned());
        }
        let missing = self.missing(api, previous).into_iter();
        let missing = missing.filter(|id| api.other_content(id).is_none());
        problems.extend(missing.map(|id| format!("{id}: no recording of a success; {MISSING}")));
        problems
    }

    /// The ids of the operations without a recording of a success.
    pub fn missing<'a>(&self, api: Api<'a>, previous: &Value) -> Vec<&'a str> {
        let schemas = api.schemas;
        let successes = self.entries.iter().filter(|entry| entry.is_success());
        let recorded: Vec<_> = successes
            .filter_map(|entry| match entry.current(schemas, previous) {
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

/// The id of the operation that has the route that another one had before.
fn renamed<'a>(id: &str, schemas: &'a Value, previous: &Value) -> Option<&'a str> {
    let route = previous["operations"][id]["route"].as_str()?;
    let mut others = operations(schemas);
    let other = others.find(|(_, schema)| schema["route"].as_str() == Some(route));
    other.map(|(id, _)| id.as_str())
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
