//! The documents that cases are made from, and what mutations put into them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use openapi_client_generator::{Source, outline};
use serde::Deserialize;
use serde_json::Value;

use super::case;
use super::tree;

const WORDS: &str = include_str!("words.yaml");

/// A document that is larger than this takes long to generate, and shows little that a smaller one does not.
const LARGEST: u64 = 1 << 20;

/// Values that are kept of each key, and nodes that one of them may have.
const MOST_VALUES: usize = 60;
const MOST_NODES: usize = 300;

/// What mutations put in, beside what the documents have.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    /// Values by the key that they stand under.
    members: BTreeMap<String, Vec<Value>>,
    /// Keys that belong together: one may stand where another does.
    pub(super) keys: Vec<Vec<String>>,
    pub(super) schema_keywords: Vec<String>,
    /// Names that are hard to make an identifier from, or a string literal, or a path.
    pub(super) names: Vec<String>,
    /// Values that hardly any key takes.
    pub(super) values: Vec<Value>,
    pub(super) references: Vec<String>,
    pub(super) versions: Vec<Value>,
    pub(super) targets: Vec<String>,
    /// Choices of a run.
    pub(super) options: Vec<Value>,
    /// What YAML makes something of.
    pub(super) texts: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Seed {
    pub(super) document: Value,
    pub(super) overlay: Option<Value>,
    /// How many nodes the document has.
    pub(super) size: usize,
}

#[derive(Debug)]
pub(super) struct Stock {
    pub(super) seeds: Vec<Seed>,
    pub(super) words: Words,
    /// Values by the key that they stand under, of all documents.
    by_key: BTreeMap<String, Vec<Value>>,
    /// How many documents were left out because of their size.
    pub(super) too_large: usize,
}

impl Stock {
    /// All documents in the folders, and in those in them.
    pub(super) fn open(folders: &[PathBuf]) -> Result<Self> {
        let words = serde_yaml::from_str(WORDS).context("cannot read words.yaml")?;
        let mut stock = Self {
            seeds: Vec::new(),
            words,
            by_key: BTreeMap::new(),
            too_large: 0,
        };
        let mut files = BTreeSet::new();
        for folder in folders {
            list(folder, &mut files)?;
        }
        for path in &files {
            stock.add(path)?;
        }
        if stock.seeds.is_empty() {
            bail!("there is no API document in {folders:?}");
        }
        for Seed {
            document, overlay, ..
        } in &stock.seeds
        {
            for value in [document].into_iter().chain(overlay) {
                collect(value, &mut stock.by_key);
            }
        }
        for (key, values) in &stock.words.members {
            let all = stock.by_key.entry(key.clone()).or_default();
            all.extend(values.iter().cloned());
        }
        Ok(stock)
    }

    /// What stands under a key in some document.
    pub(super) fn values(&self, key: &str) -> &[Value] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, path: &Path) -> Result<()> {
        let cannot = || format!("cannot read {}", path.display());
        if path.metadata().with_context(cannot)?.len() > LARGEST {
            self.too_large += 1;
            return Ok(());
        }
        // What is no text is no document.
        let Ok(text) = fs::read_to_string(path) else {
            return Ok(());
        };
        let outlined = outline(&Source::new(path.display().to_string(), &text));
        let is_document = outlined.is_some_and(|outline| outline.version.is_some());
        let Some(document) = is_document.then(|| case::parse(&text)).flatten() else {
            return Ok(());
        };
        let overlay = fs::read_to_string(path.with_extension("overlay.yaml")).ok();
        self.seeds.push(Seed {
            size: tree::size(&document),
            document,
            overlay: overlay.as_deref().and_then(case::parse),
        });
        Ok(())
    }
}

fn list(folder: &Path, files: &mut BTreeSet<PathBuf>) -> Result<()> {
    let cannot = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|it| it == "json" || it == "yaml" || it == "yml")
        {
            files.insert(path);
        }
    }
    Ok(())
}

fn collect(value: &Value, by_key: &mut BTreeMap<String, Vec<Value>>) {
    for (key, member) in value.as_object().into_iter().flatten() {
        let known = by_key.entry(key.clone()).or_default();
        if known.len() < MOST_VALUES && tree::size(member) <= MOST_NODES && !known.contains(member)
        {
            known.push(member.clone());
        }
    }
    for child in tree::children(value) {
        collect(child, by_key);
    }
}
