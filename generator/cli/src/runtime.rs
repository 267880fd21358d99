//! The runtime that generated crates depend on: where it is, and its embedded copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use toml_edit::{Array, DocumentMut, InlineTable, Value};

use crate::embedded;
use crate::manifest::{RUNTIME, package_name};
use crate::paths::relative;
use crate::plan::Plan;

/// The folder of a crate that holds its own copy of the runtime.
pub const FOLDER: &str = "runtime";

/// The source of the runtime for a generated crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// A copy in the crate's own folder, which each run brings up to date.
    Embedded,
    /// A folder that several crates share, relative to the current folder. It is written if it does not exist.
    Path(PathBuf),
    /// A version requirement for a published runtime.
    Version(String),
}

impl Runtime {
    /// The files to write to the folder of the crate, by path.
    pub fn files(&self) -> BTreeMap<String, String> {
        match self {
            Self::Embedded => {
                let files = embedded().into_iter();
                files
                    .map(|(path, text)| (format!("{FOLDER}/{path}"), text))
                    .collect()
            }
            Self::Path(_) | Self::Version(_) => BTreeMap::new(),
        }
    }

    /// Checks that a shared runtime matches this generator. Returns its folder if it has to be written.
    pub fn missing_folder(&self) -> Result<Option<&Path>> {
        let Self::Path(folder) = self else {
            return Ok(None);
        };
        let manifest = folder.join("Cargo.toml");
        let Ok(text) = fs::read_to_string(&manifest) else {
            if folder.exists() {
                bail!(
                    "{} does not contain the crate `{RUNTIME}`; pass its folder or a new one with --runtime",
                    folder.display()
                );
            }
            return Ok(Some(folder));
        };
        if package_name(&text).as_deref() != Some(RUNTIME) {
            bail!(
                "{} is not the manifest of `{RUNTIME}`; pass the folder of that crate with --runtime",
                manifest.display()
            );
        }
        let (found, wanted) = (version(&text), version(own_manifest()));
        if found != wanted {
            bail!(
                "{} has version {}, but this generator needs {}; remove the folder so that it is written again, or use the \
                 generator of that version",
                manifest.display(),
                found.unwrap_or_default(),
                wanted.unwrap_or_default()
            );
        }
        Ok(None)
    }

    /// Plans the removal of the crate's own copy of the runtime if it is no longer needed.
    pub fn remove_copy(&self, out: &Path, plan: &mut Plan) {
        let manifest = fs::read_to_string(out.join(FOLDER).join("Cargo.toml")).unwrap_or_default();
        if *self == Self::Embedded || package_name(&manifest).as_deref() != Some(RUNTIME) {
            return;
        }
        // Files without a header, such as the manifest.
        for (name, _) in embedded::RUNTIME {
            let path = format!("{FOLDER}/{name}");
            if plan.foreign.remove(&path) {
                plan.removals.insert(path);
            }
        }
        plan.removed_folder = Some(FOLDER);
    }

    /// A warning if a shared runtime has the version of this generator, but other files.
    pub fn difference(&self) -> Result<Option<String>> {
        let Self::Path(folder) = self else {
            return Ok(None);
        };
        let copy = Plan::new(folder, embedded(), &[])?;
        let checkout = Plan::new(folder, sources(), &[])?;
        let nearest = if checkout.writes.len() < copy.writes.len() {
            checkout
        } else {
            copy
        };
        let different = nearest.writes.into_keys().next();
        Ok(different.map(|file| {
            format!(
                "{} is not the runtime of this generator, for example in {file}; remove the folder so that it is written again, \
                 or use the generator that it comes from",
                folder.display()
            )
        }))
    }

    /// The dependency on the runtime in the manifest of the crate in `out`.
    pub(crate) fn dependency(&self, out: &Path, features: &BTreeSet<&str>) -> Result<Value> {
        let mut table = InlineTable::new();
        match self {
            Self::Embedded => table.insert("path", FOLDER.into()),
            Self::Path(folder) => table.insert("path", relative(out, folder)?.into()),
            Self::Version(version) => table.insert("version", version.as_str().into()),
        };
        if !features.is_empty() {
            let features: Array = features.iter().copied().collect();
            table.insert("features", features.into());
        }
        Ok(table.into())
    }
}

/// The folders of a copied runtime whose files all belong to this command.
pub const SWEPT: &[&str] = &["src"];

/// First line of each source file of a copy. By it a later version knows which files it may remove.
const COPY_HEADER: &str = "// @generated: a copy of openapi-client-runtime. Do not edit.\n\n";

/// The files of the embedded runtime, by path.
pub fn embedded() -> BTreeMap<String, String> {
    let mut files = sources();
    for (path, text) in &mut files {
        if path.starts_with("src/") {
            text.insert_str(0, COPY_HEADER);
        }
    }
    files
}

/// The same files as they are in a checkout.
fn sources() -> BTreeMap<String, String> {
    let files = embedded::RUNTIME.iter();
    files
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

fn own_manifest() -> &'static str {
    let mut files = embedded::RUNTIME.iter();
    let manifest = files.find(|(path, _)| *path == "Cargo.toml");
    manifest.map_or("", |(_, text)| text)
}

fn version(manifest: &str) -> Option<String> {
    let manifest: DocumentMut = manifest.parse().ok()?;
    Some(
        manifest
            .get("package")?
            .get("version")?
            .as_str()?
            .to_owned(),
    )
}
