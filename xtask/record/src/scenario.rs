//! Scenarios: calls to record, as data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use openapi_rust_client_generator::Source;
use serde_json::{Map, Value};

use crate::document::{Document, Operation, Policy};

/// Calls that are made one after the other.
#[derive(Debug)]
pub struct Scenario {
    /// What it shows.
    pub title: String,
    /// The calls.
    pub steps: Vec<Step>,
}

/// A call.
#[derive(Debug)]
pub struct Step {
    /// The `operationId`.
    pub call: String,
    /// Its inputs. A string `$name` is a value that was kept, and `$$` is a dollar sign.
    pub input: Map<String, Value>,
    /// Values to keep, by name: JSON pointers into the output.
    pub keep: BTreeMap<String, String>,
    /// The number of pages to request.
    pub pages: usize,
    /// The status of the error that is expected.
    pub status: Option<u16>,
}

impl Scenario {
    /// Reads a scenario.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        Self::parse(&name, &text)
    }

    /// Reads the text of a scenario.
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        let value = Source::new(name, text).to_json();
        let value = value.with_context(|| format!("{name} is not valid YAML"))?;
        let members = object(name, &value, &["title", "steps"])?;
        let title = members.get("title").and_then(Value::as_str);
        let steps = members.get("steps").and_then(Value::as_array);
        let steps = steps.with_context(|| format!("{name} has no list `steps`"))?;
        let steps = steps
            .iter()
            .zip(1..)
            .map(|(step, number)| Step::of(&format!("{name}, step {number}"), step));
        Ok(Self {
            title: title
                .with_context(|| format!("{name} has no `title`"))?
                .to_owned(),
            steps: steps.collect::<Result<_>>()?,
        })
    }

    /// Fails unless the document allows all of it, so that nothing is sent for a scenario that would stop in the middle.
    pub fn check<'d>(&self, document: &'d Document) -> Result<Vec<(Operation<'d>, Policy<'d>)>> {
        let mut kept = BTreeMap::new();
        let steps = self.steps.iter().zip(1..).map(|(step, number)| {
            let checked = step.check(document, &kept);
            let (operation, policy) = checked.with_context(|| format!("step {number}"))?;
            for (name, pointer) in &step.keep {
                let source = format!("{pointer} of step {number}, `{}`", step.call);
                let is_created = policy.creates(pointer);
                kept.insert(name.as_str(), Kept { source, is_created });
            }
            Ok((operation, policy))
        });
        steps.collect()
    }
}

/// A value that a step keeps.
struct Kept {
    /// Its place, in words.
    source: String,
    /// Whether it is the id of what the step creates.
    is_created: bool,
}

/// An object with these members and no others.
fn object<'v>(name: &str, value: &'v Value, known: &[&str]) -> Result<&'v Map<String, Value>> {
    let members = value
        .as_object()
        .with_context(|| format!("{name} is not an object"))?;
    let unknown = members.keys().find(|key| !known.contains(&key.as_str()));
    if let Some(unknown) = unknown {
        bail!(
            "{name} has an unknown member `{unknown}`; the known ones are {}",
            known.join(", ")
        );
    }
    Ok(members)
}

impl Step {
    fn of(name: &str, value: &Value) -> Result<Self> {
        let members = object(name, value, &["call", "input", "keep", "pages", "status"])?;
        let call = members.get("call").and_then(Value::as_str);
        let number = |key: &str| match members.get(key) {
            None => Ok(None),
            Some(value) => {
                let number = value.as_u64().and_then(|number| u16::try_from(number).ok());
                number
                    .map(Some)
                    .with_context(|| format!("{name}: `{key}` is not a number"))
            }
        };
        let map = |key: &str| match members.get(key) {
            None => Ok(Map::new()),
            Some(value) => {
                let map = value.as_object().cloned();
                map.with_context(|| format!("{name}: `{key}` is not an object"))
            }
        };
        let keep = map("keep")?
            .into_iter()
            .map(|(kept, pointer)| match pointer {
                Value::String(pointer) if pointer.starts_with('/') => Ok((kept, pointer)),
                _ => bail!("{name}: `{kept}` is not kept by a JSON pointer such as /user/id"),
            });
        Ok(Self {
            call: call
                .with_context(|| format!("{name} has no `call`"))?
                .to_owned(),
            input: map("input")?,
            keep: keep.collect::<Result<_>>()?,
            pages: number("pages")?.unwrap_or(1).into(),
            status: number("status")?,
        })
    }

    fn check<'d>(
        &self,
        document: &'d Document,
        kept: &BTreeMap<&str, Kept>,
    ) -> Result<(Operation<'d>, Policy<'d>)> {
        let Some(operation) = document.operation(&self.call) else {
            bail!("the document has no operation `{}`", self.call);
        };
        let Some(policy) = operation.policy()? else {
            bail!(
                "`{}` has no `x-record` in the overlay, so it may not be recorded",
                self.call
            );
        };
        ensure!(
            policy != Policy::Never,
            "`{}` is never recorded (`x-record: never`)",
            self.call
        );
        if let Some(status) = self.status {
            ensure!(
                (300..600).contains(&status),
                "`status` is {status}, which is not the status of an error"
            );
        }
        for (name, value) in &self.input {
            if let Some(text) = mixed(value) {
                bail!(
                    "`{text}` in the input `{name}` has a value that was kept in the middle of other text; write `$$` if it is a dollar sign"
                );
            }
            let references = references(value);
            if let Some(unknown) = references.iter().find(|name| !kept.contains_key(*name)) {
                bail!("`${unknown}` in the input `{name}` is not kept by an earlier step");
            }
            let is_id = is_id(&operation, name);
            let is_path = operation.parameter("path", name).is_some();
            ensure!(
                policy == Policy::Safe || !is_id || !references.is_empty(),
                "`{}` may change only what the scenario has created, so its input `{name}` has to be a value that was kept",
                self.call
            );
            let mut sources = references
                .iter()
                .filter_map(|name| Some((name, kept.get(name)?)));
            if policy != Policy::Safe
                && is_id
                && let Some((other, kept)) = sources.find(|(_, kept)| !kept.is_created)
            {
                bail!(
                    "`{}` may change only what the scenario has created, but `${other}` in its input `{name}` is {}, and not the id of what a step creates",
                    self.call,
                    kept.source
                );
            }
            ensure!(
                !is_path || value.is_string() || value.is_number(),
                "the input `{name}` is a part of the path, and not text"
            );
        }
        ensure!(
            policy != Policy::Own
                || self
                    .input
                    .values()
                    .any(|value| !references(value).is_empty()),
            "`{}` may change only what the scenario has created, and no input is a value that was kept",
            self.call
        );
        ensure!(self.pages > 0, "`pages` is 0, so nothing would be called");
        ensure!(
            self.pages == 1 || operation.paging().is_some(),
            "`{}` has no pages (`x-paging`)",
            self.call
        );
        Ok((operation, policy))
    }
}

/// Whether an input of an operation is an id.
pub(crate) fn is_id(operation: &Operation<'_>, input: &str) -> bool {
    let schema = operation.input(input);
    let is_typed = schema.is_some_and(|schema| schema.id_type().is_some());
    is_typed || input == "id" || input.ends_with("Id")
}

/// A text of an input.
pub(crate) enum Text<'t> {
    /// The name of a kept value.
    Kept(&'t str),
    /// The text itself.
    Plain(String),
}

impl<'t> Text<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        match text.strip_prefix('$') {
            Some(name) if !name.starts_with('$') => Self::Kept(name),
            _ => Self::Plain(text.replace("$$", "$")),
        }
    }
}

/// The first text in a value that has a `$name` besides other text.
fn mixed(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => {
            let single = text.replace("$$", "");
            let mut names = single.split('$').skip(1);
            let is_name = |rest: &str| rest.starts_with(|char: char| char.is_alphabetic());
            let is_mixed = matches!(Text::of(text), Text::Plain(_)) && names.any(is_name);
            is_mixed.then_some(text)
        }
        Value::Array(items) => items.iter().find_map(mixed),
        Value::Object(members) => members.values().find_map(mixed),
        _ => None,
    }
}

/// The names of kept values that a value contains.
pub(crate) fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => match Text::of(text) {
            Text::Kept(name) => vec![name],
            Text::Plain(_) => Vec::new(),
        },
        Value::Array(items) => items.iter().flat_map(references).collect(),
        Value::Object(members) => members.values().flat_map(references).collect(),
        _ => Vec::new(),
    }
}
