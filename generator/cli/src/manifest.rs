//! The manifest of the crate that generated code is in, and what it lacks for that code to compile.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use openapi_client_generator::{Dependency, Generated};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Value};

/// The package name of the runtime.
pub(crate) const RUNTIME: &str = "openapi-client-runtime";

/// The dependencies and features of a package. One that cannot be read has none: cargo reports what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    package: DocumentMut,
    /// The root of its workspace, if it inherits a dependency.
    workspace: DocumentMut,
    files: Vec<PathBuf>,
}

impl Manifest {
    /// The manifest of the package in a folder.
    pub fn read(folder: &Path) -> Self {
        let path = folder.join("Cargo.toml");
        let mut manifest = Self {
            package: parse(&path),
            files: vec![path],
            ..Self::default()
        };
        if manifest.inherits()
            && let Some((path, workspace)) = workspace(folder)
        {
            manifest.workspace = workspace;
            manifest.files.push(path);
        }
        manifest
    }

    /// The files that it was read from.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Lines that the generated code needs and the manifest lacks.
    pub fn missing_lines(&self, generated: &Generated) -> Vec<String> {
        let dependencies = generated.dependencies.iter();
        let dependencies = dependencies.filter(|(krate, _)| self.entries(krate).is_empty());
        let dependencies = dependencies
            .map(|(krate, wanted)| format!("{krate} = {} in [dependencies]", dependency(wanted)));
        let features = generated.features.iter();
        let features = features.filter(|feature| !self.has_feature(feature));
        let features = features
            .map(|feature| format!("{feature} = [] in [features], and its name in `default`"));
        let runtime = self.runtime_line(generated);
        dependencies.chain(features).chain(runtime).collect()
    }

    fn has_feature(&self, name: &str) -> bool {
        let features = self.package.get("features");
        features.is_some_and(|features| features.get(name).is_some())
    }

    /// The part of the dependency on the runtime that is missing.
    fn runtime_line(&self, generated: &Generated) -> Option<String> {
        let needed = generated.runtime_features.iter().copied();
        let entries = self.entries(RUNTIME);
        if entries.is_empty() {
            let wanted = requirement(env!("CARGO_PKG_VERSION"), needed);
            return Some(format!("{RUNTIME} = {wanted} in [dependencies]"));
        }
        let present: BTreeSet<_> = entries
            .into_iter()
            .filter_map(|entry| entry.get("features")?.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let missing: Vec<_> = needed
            .filter(|feature| !present.contains(feature))
            .map(|feature| format!("\"{feature}\""))
            .collect();
        (!missing.is_empty()).then(|| {
            format!(
                "features = [{}] of {RUNTIME} in [dependencies]",
                missing.join(", ")
            )
        })
    }

    /// All that is written about a dependency: for every target, for some, and in the workspace.
    fn entries(&self, krate: &str) -> Vec<&Item> {
        let own: Vec<_> = sections(&self.package)
            .filter_map(|section| section.get(krate))
            .collect();
        let inherited = own.iter().any(|entry| inherits(entry));
        let workspace = self.workspace.get("workspace");
        let workspace = workspace.and_then(|it| it.get("dependencies")?.get(krate));
        own.into_iter()
            .chain(workspace.filter(|_| inherited))
            .collect()
    }

    fn inherits(&self) -> bool {
        let tables = sections(&self.package).filter_map(Item::as_table_like);
        tables
            .flat_map(toml_edit::TableLike::iter)
            .any(|(_, entry)| inherits(entry))
    }
}

/// The package name in the text of a manifest.
#[cfg(feature = "cli")]
pub(crate) fn package_name(manifest: &str) -> Option<String> {
    let manifest: DocumentMut = manifest.parse().ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

/// A dependency as a manifest writes it.
pub(crate) fn dependency(dependency: &Dependency) -> Value {
    let features = dependency.features.iter().map(String::as_str);
    requirement(&dependency.version, features)
}

/// `"1"`, or `{ version = "1", features = ["serde"] }`.
fn requirement<'a>(version: &str, features: impl Iterator<Item = &'a str>) -> Value {
    let features: Array = features.collect();
    let version = Value::from(version);
    if features.is_empty() {
        return version;
    }
    InlineTable::from_iter([("version", version), ("features", features.into())]).into()
}

/// `[dependencies]`, and those of `[target.…]`.
fn sections(manifest: &DocumentMut) -> impl Iterator<Item = &Item> {
    let targets = manifest.get("target").and_then(Item::as_table_like);
    let targets = targets.into_iter().flat_map(toml_edit::TableLike::iter);
    let targets = targets.filter_map(|(_, target)| target.get("dependencies"));
    manifest.get("dependencies").into_iter().chain(targets)
}

/// Whether an entry says `workspace = true`.
fn inherits(entry: &Item) -> bool {
    entry.get("workspace").and_then(Item::as_bool) == Some(true)
}

/// The root of the workspace that a folder is in.
fn workspace(folder: &Path) -> Option<(PathBuf, DocumentMut)> {
    folder.ancestors().find_map(|folder| {
        let path = folder.join("Cargo.toml");
        let manifest = parse(&path);
        manifest
            .get("workspace")
            .is_some()
            .then_some((path, manifest))
    })
}

fn parse(path: &Path) -> DocumentMut {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.parse().unwrap_or_default()
}
