//! What has to change on disk so that a folder holds what was generated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use crate::same_code::same_code;
use crate::{report, rustfmt};

/// The text that a file should have.
pub enum Wanted {
    /// Rust that is formatted before it is written; a file that only differs in layout is left.
    Code(String),
    /// Written as it is.
    Exact(String),
}

impl Wanted {
    /// A file of the generator, which writes data beside Rust.
    pub fn generated(path: &str, text: &str) -> Self {
        match Path::new(path).extension() {
            Some(extension) if extension == "rs" => Self::Code(text.to_owned()),
            _ => Self::Exact(text.to_owned()),
        }
    }
}

/// Changes that bring a folder up to date. Paths are relative to it, with `/`.
pub struct Plan {
    pub writes: BTreeMap<String, String>,
    /// Generated once, and no longer.
    pub removals: BTreeSet<String>,
    /// In the way of nothing, but not generated.
    pub foreign: BTreeSet<String>,
    pub unchanged: usize,
}

impl Plan {
    /// Compares `wanted` with what is in `root`. In the folders `swept`, generated files that are not wanted are to
    /// be removed. Reads only.
    pub fn new(
        root: &Path,
        wanted: BTreeMap<String, Wanted>,
        swept: &[&str],
    ) -> Result<Self> {
        let mut plan = Self {
            writes: BTreeMap::new(),
            removals: BTreeSet::new(),
            foreign: BTreeSet::new(),
            unchanged: 0,
        };
        for folder in swept {
            plan.sweep(root, folder, &wanted)?;
        }

        let mut unformatted = BTreeMap::new();
        for (path, wanted) in wanted {
            let present = read(&root.join(&path))?;
            let is_met = present.as_ref().is_some_and(|present| match &wanted {
                Wanted::Code(text) => same_code(present, text),
                Wanted::Exact(text) => present == text,
            });
            match wanted {
                _ if is_met => plan.unchanged += 1,
                Wanted::Code(text) => drop(unformatted.insert(path, (text, present))),
                Wanted::Exact(text) => drop(plan.writes.insert(path, text)),
            }
        }

        let formatting = rustfmt::format(unformatted.values_mut().map(|(text, _)| text), root);
        if let Err(reason) = formatting {
            report::warning(&format!("{reason:#}; the files are not formatted"));
        }
        for (path, (text, present)) in unformatted {
            if present.as_ref() == Some(&text) {
                plan.unchanged += 1;
            } else {
                plan.writes.insert(path, text);
            }
        }
        Ok(plan)
    }

    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.removals.is_empty()
    }

    fn sweep(
        &mut self,
        root: &Path,
        folder: &str,
        wanted: &BTreeMap<String, Wanted>,
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

/// Whether a text starts with the header that the generator writes: in Rust a comment, in JSON the first member.
pub fn is_generated(text: &str) -> bool {
    let mut lines = text.lines();
    let header = match lines.next() {
        Some("{") => lines.next().filter(|line| line.contains("\"$comment\"")),
        first => first.filter(|line| line.starts_with("//")),
    };
    header.is_some_and(|line| line.contains("@generated"))
}

/// The text of a file; `None` if there is none, or none that the generator could have written.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {
            Ok(None)
        }
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// All files in `folder` and the folders in it, relative to `root`. A folder that does not exist has none.
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
