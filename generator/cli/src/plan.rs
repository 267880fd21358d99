//! The changes that bring a folder up to date with the generated files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

/// Changes that bring a folder up to date. Paths are relative to it, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The new content of files, by path.
    pub writes: BTreeMap<String, String>,
    /// Generated files that are no longer wanted.
    pub removals: BTreeSet<String>,
    /// Files in generated folders that are not generated. They are kept.
    pub foreign: BTreeSet<String>,
    /// A folder of which everything generated is removed. It is reported as a whole.
    pub removed_folder: Option<&'static str>,
    /// The number of files that are up to date.
    pub unchanged: usize,
}

impl Plan {
    /// Compares the content in `wanted` with the files in `root`, without writing. Generated files in the folders of `swept`
    /// that are not in `wanted` become removals.
    pub fn new(root: &Path, wanted: BTreeMap<String, String>, swept: &[&str]) -> Result<Self> {
        let mut plan = Self::default();
        for folder in swept {
            plan.sweep(root, folder, &wanted)?;
        }
        for (path, text) in wanted {
            if read(&root.join(&path))?.as_ref() == Some(&text) {
                plan.unchanged += 1;
            } else {
                plan.writes.insert(path, text);
            }
        }
        Ok(plan)
    }

    /// Whether there are no changes.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.removals.is_empty()
    }

    fn sweep(
        &mut self,
        root: &Path,
        folder: &str,
        wanted: &BTreeMap<String, String>,
    ) -> Result<()> {
        for path in list(root, folder)? {
            if wanted.contains_key(&path) {
                continue;
            }
            let generated = read(&root.join(&path))?.is_some_and(|text| is_generated(&text));
            if generated {
                self.removals.insert(path)
            } else {
                self.foreign.insert(path)
            };
        }
        Ok(())
    }
}

/// Whether a file starts with the generator's header, which is a comment in Rust and Markdown, and the first member in JSON.
pub(crate) fn is_generated(text: &str) -> bool {
    let mut lines = text.lines();
    let header = match lines.next() {
        Some("{") => lines.next().filter(|line| line.contains("\"$comment\"")),
        first => first.filter(|line| line.starts_with("//") || line.starts_with("<!--")),
    };
    header.is_some_and(|line| line.contains("@generated"))
}

/// The text of a file; `None` if it does not exist or is not text.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {
            Ok(None)
        }
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// All files in `folder` and its subfolders, relative to `root`. A missing folder counts as empty.
fn list(root: &Path, folder: &str) -> Result<Vec<String>> {
    let place = root.join(folder);
    let entries = match fs::read_dir(&place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            return Err(error).with_context(|| format!("cannot list {}", place.display()));
        }
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", place.display()))?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            files.extend(list(root, &path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
