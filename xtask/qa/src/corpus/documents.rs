//! The documents of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::names;
use openapi_rust_client::internal::CrateName;
use openapi_rust_client::internal::report;

const EXTENSIONS: [&str; 3] = ["json", "yaml", "yml"];
/// Kinds of overlays, in the order of application.
const OVERLAYS: [&str; 2] = [".prose.overlay", ".overlay"];
const OPTIONS: &str = ".options";

/// A document of the corpus, with its companions.
#[derive(Debug)]
pub(super) struct Entry {
    /// The name of the file.
    pub(super) document: String,
    pub(super) spec: PathBuf,
    pub(super) overlays: Vec<PathBuf>,
    pub(super) options: Option<PathBuf>,
    /// The name of the crate.
    pub(super) name: CrateName,
}

/// Finds the documents in `folder`, sorted by name, and the overlays and the options of each in `companions`.
pub(super) fn find(folder: &Path, companions: &Path) -> Result<Vec<Entry>> {
    let documents: Vec<_> = list(folder)?
        .into_iter()
        .filter(|file| !file.is_companion())
        .collect();
    if documents.is_empty() {
        bail!(
            "found no *.json, *.yaml or *.yml file in {}",
            folder.display()
        );
    }
    let companions: Vec<_> = list(companions)?
        .into_iter()
        .filter(File::is_companion)
        .collect();

    let mut used = BTreeSet::new();
    let names = names::choose(documents.iter().map(|file| file.name.as_str()));
    let entries = documents.iter().zip(names).map(|(file, name)| {
        let mut companion = |kind: &str| {
            let stem = format!("{}{kind}", file.stem);
            let found = companions.iter().find(|file| file.stem == stem)?;
            used.insert(&found.name);
            Some(found.path.clone())
        };
        Entry {
            document: file.name.clone(),
            spec: file.path.clone(),
            overlays: OVERLAYS.iter().filter_map(|kind| companion(kind)).collect(),
            options: companion(OPTIONS),
            name,
        }
    });
    let entries = entries.collect();
    for file in companions.iter().filter(|file| !used.contains(&file.name)) {
        report::warning(&format!("{} does not belong to a document", file.name));
    }
    Ok(entries)
}

struct File {
    name: String,
    stem: String,
    path: PathBuf,
}

impl File {
    fn is_companion(&self) -> bool {
        let mut kinds = OVERLAYS.iter().chain([&OPTIONS]);
        kinds.any(|kind| self.stem.ends_with(kind))
    }
}

/// The JSON and YAML files in a folder, sorted by name.
fn list(folder: &Path) -> Result<Vec<File>> {
    let cannot = || format!("cannot list {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if !extension.is_some_and(|extension| EXTENSIONS.contains(&extension)) || !path.is_file() {
            continue;
        }
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        files.push(File {
            name: text(path.file_name()),
            stem: text(path.file_stem()),
            path,
        });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}
