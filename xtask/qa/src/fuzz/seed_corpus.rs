//! The documents that cases are derived from, and the values that mutations insert.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use openapi_rust_client_generator::{Source, outline};
use serde::Deserialize;
use serde_json::Value;

use super::case;
use super::tree;

const DICTIONARY: &str = include_str!("dictionary.yaml");

/// A document larger than this takes long to generate and reveals little that a smaller one does not.
const LARGEST: u64 = 1 << 20;

/// The most values that are kept for a key, and the most nodes that a value may have.
const MOST_VALUES: usize = 60;
const MOST_NODES: usize = 300;

/// Values that mutations insert, in addition to those of the documents.
#[derive(Debug, Deserialize)]
pub(super) struct Dictionary {
    /// Values by their key.
    members: BTreeMap<String, Vec<Value>>,
    /// Groups of keys that can replace each other.
    pub(super) keys: Vec<Vec<String>>,
    pub(super) schema_keywords: Vec<String>,
    /// Names that are hard to turn into an identifier, a string literal or a path.
    pub(super) names: Vec<String>,
    /// Values that hardly any key allows.
    pub(super) values: Vec<Value>,
    pub(super) references: Vec<String>,
    pub(super) versions: Vec<Value>,
    pub(super) targets: Vec<String>,
    /// Options of a run.
    pub(super) options: Vec<Value>,
    /// Strings with a special meaning in YAML.
    pub(super) strings: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Seed {
    pub(super) document: Value,
    pub(super) overlay: Option<Value>,
    /// The number of nodes in the document.
    pub(super) size: usize,
}

#[derive(Debug)]
pub(crate) struct SeedCorpus {
    pub(super) seeds: Vec<Seed>,
    pub(super) dictionary: Dictionary,
    /// Values of all documents by their key.
    by_key: BTreeMap<String, Vec<Value>>,
    /// The number of documents that were left out because of their size.
    pub(super) too_large: usize,
}

impl SeedCorpus {
    /// Loads all documents in the folders and their subfolders.
    pub(crate) fn open(folders: &[PathBuf]) -> Result<Self> {
        let dictionary = serde_yaml::from_str(DICTIONARY).context("cannot read dictionary.yaml")?;
        let mut seed_corpus = Self {
            seeds: Vec::new(),
            dictionary,
            by_key: BTreeMap::new(),
            too_large: 0,
        };
        let mut files = BTreeSet::new();
        for folder in folders {
            list(folder, &mut files)?;
        }
        for path in &files {
            seed_corpus.add(path)?;
        }
        if seed_corpus.seeds.is_empty() {
            bail!("found no API document in {folders:?}");
        }
        for Seed {
            document, overlay, ..
        } in &seed_corpus.seeds
        {
            for value in [document].into_iter().chain(overlay) {
                collect(value, &mut seed_corpus.by_key);
            }
        }
        for (key, values) in &seed_corpus.dictionary.members {
            let all = seed_corpus.by_key.entry(key.clone()).or_default();
            all.extend(values.iter().cloned());
        }
        Ok(seed_corpus)
    }

    /// The values that a key has in some document or in the dictionary.
    pub(super) fn values(&self, key: &str) -> &[Value] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, path: &Path) -> Result<()> {
        let cannot = || format!("cannot read {}", path.display());
        if path.metadata().with_context(cannot)?.len() > LARGEST {
            self.too_large += 1;
            return Ok(());
        }
        // A file that is not UTF-8 is not a document.
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
