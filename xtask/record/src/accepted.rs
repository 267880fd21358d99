//! Texts that the guard refuses and that somebody has looked at, each with a reason.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use openapi_rust_client_generator::Source;

use crate::guard::{Problem, Rule};

/// The list, next to the recordings.
pub const ACCEPTED: &str = "accepted.yaml";

/// A line of the list.
#[derive(Debug)]
pub struct Accepted {
    /// The recording, or the beginning of its path.
    pub file: String,
    /// The name of the rule; `None` for all but the one about secrets.
    pub rule: Option<String>,
    /// The text; `None` for everything that the rule refuses there.
    pub text: Option<String>,
}

impl Accepted {
    /// Reads the list in a folder. Each line needs a reason.
    pub fn read(folder: &Path) -> Result<Vec<Self>> {
        let text = fs::read_to_string(folder.join(ACCEPTED));
        let text = text.with_context(|| format!("cannot read {ACCEPTED}"))?;
        let list = Source::new(ACCEPTED, text).to_json();
        let list = list.with_context(|| format!("{ACCEPTED} is not valid YAML"))?;
        let list = list.as_array().cloned().unwrap_or_default();
        let lines = list.iter().zip(1..).map(|(line, number)| {
            let text = |key: &str| line.get(key)?.as_str().map(str::to_owned);
            let needed = |key: &str| {
                text(key).with_context(|| format!("line {number} of {ACCEPTED} has no `{key}`"))
            };
            needed("reason")?;
            Ok(Self {
                file: needed("file")?,
                rule: text("rule"),
                text: text("text"),
            })
        });
        lines.collect()
    }

    /// Whether it accepts a problem of a recording. Nothing accepts a secret.
    pub fn accepts(&self, file: &str, problem: &Problem) -> bool {
        let is_same = |text: &String| *text == problem.text;
        problem.rule != Rule::Secret
            && file.starts_with(&self.file)
            && self
                .rule
                .as_ref()
                .is_none_or(|rule| rule == problem.rule.name())
            && self.text.as_ref().is_none_or(is_same)
    }

    /// Whether it is for a folder that there may be later.
    pub fn is_waiting(&self, folder: &Path) -> bool {
        self.file.ends_with('/') && !folder.join(&self.file).exists()
    }
}
