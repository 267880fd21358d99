//! The manifest of the crate that generated code is in, and what it lacks for that code to compile.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use openapi_rust_client_generator::{Dependency, Generated};
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

    /// Lines that the generated code needs and the manifest lacks. `runtime` is the dependency on the runtime as a new manifest
    /// has it.
    pub fn missing_lines(&self, generated: &Generated, runtime: &Value) -> Vec<String> {
        let dependencies = generated.dependencies.iter();
        let dependencies = dependencies.filter_map(|(krate, wanted)| {
            self.missing_dependency("dependencies", krate, &dependency(wanted))
        });
        let features = generated.features.iter();
        let features = features.filter(|feature| !self.has_feature(feature));
        let features = features
            .map(|feature| format!("{feature} = [] in [features], and its name in `default`"));
        let runtime = self.missing_dependency("dependencies", RUNTIME, runtime);
        let lines = dependencies.chain(features).chain(runtime);
        lines.chain(self.other_runtime()).collect()
    }

    pub(crate) fn has_feature(&self, name: &str) -> bool {
        self.feature(name).is_some()
    }

    fn feature(&self, name: &str) -> Option<&Item> {
        self.package.get("features")?.get(name)
    }

    /// The part of a feature that turns on one of the runtime: it is missing, unless the dependency itself has it.
    #[cfg(feature = "cli")]
    pub(crate) fn missing_feature_of_runtime(&self, name: &str) -> Option<String> {
        let wanted = format!("{RUNTIME}/{name}");
        let enabled = self.feature(name)?.as_array()?.iter();
        let mut enabled = enabled.filter_map(Value::as_str);
        let is_enabled = enabled.any(|it| it == wanted)
            || self
                .entries("dependencies", RUNTIME)
                .into_iter()
                .any(|(entry, _)| features(entry).any(|it| it == name));
        (!is_enabled).then(|| format!("\"{wanted}\" of {name} in [features]"))
    }

    /// The part of a dependency that is missing: all of it, or some of its features.
    pub(crate) fn missing_dependency(
        &self,
        section: &str,
        krate: &str,
        wanted: &Value,
    ) -> Option<String> {
        let mut entries = self.entries(section, krate);
        if section != "dependencies" {
            entries.extend(self.entries("dependencies", krate));
        }
        if entries.is_empty() {
            let wanted = wanted.to_string();
            return Some(format!("{krate} = {} in [{section}]", wanted.trim()));
        }
        let written = |path: &str| {
            path.trim_start_matches("./")
                .trim_end_matches('/')
                .to_owned()
        };
        let of_wanted = wanted
            .as_inline_table()
            .and_then(|it| it.get("path")?.as_str());
        if let Some(path) = of_wanted {
            let paths = entries
                .iter()
                .filter_map(|(entry, _)| entry.get("path")?.as_str());
            let other = paths
                .into_iter()
                .find(|found| written(found) != written(path));
            if let Some(other) = other {
                return Some(format!(
                    "path = \"{path}\" of {krate} in [{section}], not \"{other}\""
                ));
            }
        }
        let version = |entry: &Item| {
            entry
                .as_str()
                .or_else(|| entry.get("version")?.as_str())
                .map(str::to_owned)
        };
        let of_wanted = version(&Item::Value(wanted.clone()));
        if let Some(wanted) = of_wanted.filter(|_| krate != RUNTIME) {
            let mut versions = entries.iter().filter_map(|(entry, _)| version(entry));
            let is_other = |found: &String| {
                let compared = compatible(found).zip(compatible(&wanted));
                compared.is_some_and(|(found, wanted)| found != wanted)
            };
            if let Some(other) = versions.find(is_other) {
                return Some(format!(
                    "version = \"{wanted}\" of {krate} in [{section}], not \"{other}\""
                ));
            }
        }
        let present: BTreeSet<_> = entries
            .into_iter()
            .flat_map(|(entry, _)| features(entry))
            .collect();
        let needed = wanted
            .as_inline_table()
            .and_then(|it| it.get("features")?.as_array());
        let needed = needed.into_iter().flatten().filter_map(Value::as_str);
        let missing = needed.filter(|feature| !present.contains(feature));
        let missing: Vec<_> = missing.map(|feature| format!("\"{feature}\"")).collect();
        (!missing.is_empty()).then(|| {
            let missing = missing.join(", ");
            format!("features = [{missing}] of {krate} in [{section}]")
        })
    }

    /// A dependency on a runtime of another minor version, which generated code does not compile with.
    fn other_runtime(&self) -> Option<String> {
        let ours = env!("CARGO_PKG_VERSION");
        self.entries("dependencies", RUNTIME)
            .into_iter()
            .find_map(|(entry, folder)| {
                let text = |key: &str| entry.get(key).and_then(Item::as_str);
                let found = match text("path") {
                    Some(path) => {
                        let manifest = parse(&folder.join(path).join("Cargo.toml"));
                        let version = manifest.get("package")?.get("version")?;
                        (version.as_str()?.to_owned(), format!(", which is what `{path}` has"))
                    }
                    None => (
                        entry.as_str().or(text("version"))?.to_owned(),
                        String::new(),
                    ),
                };
                let (found, place) = found;
                let is_other = minor(&found)? != minor(ours)?;
                is_other.then(|| {
                    format!("{RUNTIME} in version {ours} in [dependencies], not in version {found}{place}")
                })
            })
    }

    /// All that is written about a dependency: for every target, for some, and in the workspace. Each is with the folder that
    /// its paths are relative to.
    fn entries(&self, section: &str, krate: &str) -> Vec<(&Item, &Path)> {
        let folder = |at: usize| self.files.get(at).and_then(|path| path.parent());
        let folder = |at| folder(at).unwrap_or(Path::new(""));
        let own: Vec<_> = sections(&self.package, section)
            .filter_map(|section| section.get(krate))
            .collect();
        let inherited = own.iter().any(|entry| inherits(entry));
        let workspace = self.workspace.get("workspace");
        let workspace = workspace.and_then(|it| it.get("dependencies")?.get(krate));
        let workspace = workspace.filter(|_| inherited);
        let own = own.into_iter().map(|entry| (entry, folder(0)));
        own.chain(workspace.map(|entry| (entry, folder(1))))
            .collect()
    }

    fn inherits(&self) -> bool {
        let tables = ["dependencies", "dev-dependencies"].into_iter();
        let tables = tables.flat_map(|section| sections(&self.package, section));
        let tables = tables.filter_map(Item::as_table_like);
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

/// The dependency on a published runtime.
pub fn published_runtime(generated: &Generated) -> Value {
    let features = generated.runtime_features.iter().copied();
    requirement(env!("CARGO_PKG_VERSION"), features)
}

/// The features in an entry of a dependency.
fn features(entry: &Item) -> impl Iterator<Item = &str> {
    let features = entry.get("features").and_then(Item::as_array);
    features.into_iter().flatten().filter_map(Value::as_str)
}

/// The major and minor number of a version, or of a requirement such as `^0.1`.
fn minor(version: &str) -> Option<(u64, u64)> {
    let version = version.trim_start_matches(['^', '~', '=', ' ']);
    let mut numbers = version.split('.').map(|number| number.trim().parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// The part of a version, or of a requirement, that other versions have to share to be compatible.
fn compatible(version: &str) -> Option<(u64, u64)> {
    let version = version.trim_start_matches(['^', '~', '=', ' ']);
    let mut numbers = version.split('.').map(|number| number.trim().parse().ok());
    let major = numbers.next()??;
    let minor = numbers.next().unwrap_or(Some(0))?;
    Some((major, if major == 0 { minor } else { 0 }))
}

/// A section such as `[dependencies]`, and those of `[target.…]`.
fn sections<'m>(manifest: &'m DocumentMut, section: &str) -> impl Iterator<Item = &'m Item> {
    let targets = manifest.get("target").and_then(Item::as_table_like);
    let targets = targets.into_iter().flat_map(toml_edit::TableLike::iter);
    let targets = targets.filter_map(move |(_, target)| target.get(section));
    manifest.get(section).into_iter().chain(targets)
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
