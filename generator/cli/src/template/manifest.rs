//! `Cargo.toml` of a generated crate.

use anyhow::{Context, Result};
use openapi_rust_client_generator::Generated;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::{Template, Workspace};
use crate::crate_name::CrateName;
use crate::manifest::{self, Manifest, RUNTIME};

const TEMPLATE: &str = include_str!("manifest.toml");
/// The feature of calls by name.
const BY_NAME: &str = "call-json";
/// The feature of a service for tests.
const TESTING: &str = "testing";
const EDITION: &str = "2024";
const RUST_VERSION: &str = env!("CARGO_PKG_RUST_VERSION");

/// Whether a generated crate depends on a crate of this name.
pub fn is_dependency(name: &CrateName) -> bool {
    let template: DocumentMut = TEMPLATE.parse().unwrap_or_default();
    let development = template.get("dev-dependencies").and_then(Item::as_table);
    let development = development.into_iter().flat_map(Table::iter);
    development
        .map(|(krate, _)| krate)
        .chain([RUNTIME])
        .any(|krate| krate.replace('-', "_") == name.in_code())
}

pub(super) fn manifest(template: &Template<'_>) -> Result<String> {
    let Template {
        name, generated, ..
    } = template;
    let mut manifest: DocumentMut = TEMPLATE
        .parse()
        .context("cannot parse the template of Cargo.toml")?;
    let kind = if template.has_client() {
        let features = table(manifest.get_mut("features"))?;
        for feature in &generated.features {
            features.insert(feature, value(Array::new()));
        }
        if let Some(default) = features.get_mut("default").and_then(Item::as_array_mut) {
            default.extend(generated.features.iter().map(String::as_str));
            default.fmt();
        }
        // A dev-dependency on the crate itself turns on the features that the example and the test need.
        let dependencies = table(manifest.get_mut("dev-dependencies"))?;
        dependencies.insert(&name.to_string(), value(own()));
        dependencies.sort_values();
        "A client for"
    } else {
        // A crate with only types has no features and no example.
        manifest.remove("features");
        manifest.remove("dev-dependencies");
        "The types of"
    };

    let package = table(manifest.get_mut("package"))?;
    let description = format!("{kind} {}.", generated.title);
    package.insert("name", value(name.to_string()));
    package.insert("version", value("0.1.0"));
    package.insert("description", value(description));
    package.insert("edition", value(EDITION));
    package.insert("rust-version", value(RUST_VERSION));

    let runtime = template
        .runtime
        .dependency(template.out, &generated.runtime_features)?;
    let dependencies = table(manifest.get_mut("dependencies"))?;
    dependencies.insert(RUNTIME, value(runtime));
    for (krate, dependency) in &generated.dependencies {
        dependencies.insert(krate, value(manifest::dependency(dependency)));
    }

    match template.workspace {
        Workspace::Own => {
            let mut workspace = Table::new();
            workspace
                .decor_mut()
                .set_prefix("\n# Lets the crate build anywhere, even inside another workspace. Remove this line to make it a member of that one.\n");
            manifest.insert("workspace", Item::Table(workspace));
        }
        Workspace::Shared => {
            // A corpus checks that no text of a document runs as a doctest, even where that is possible.
            manifest.remove("lib");
            if template.has_client() {
                name_example(&mut manifest, name)?;
            }
        }
    }
    Ok(manifest.to_string())
}

/// A crate that a document needs in a version that excludes the one that the example of a new crate needs. Both would have the same
/// name there.
pub(super) fn conflict(generated: &Generated) -> Option<String> {
    let template: DocumentMut = TEMPLATE.parse().unwrap_or_default();
    let development = template.get("dev-dependencies").and_then(Item::as_table)?;
    let in_code = |name: &str| name.replace('-', "_");
    generated.dependencies.iter().find_map(|(krate, dependency)| {
        let mut needed = development.iter();
        let (_, needed) = needed.find(|(name, _)| in_code(name) == in_code(krate))?;
        let needed = needed.as_str().or_else(|| needed.get("version")?.as_str())?;
        let major = needed.split('.').next()?.parse().ok()?;
        let found = &dependency.version;
        (!accepts(found, major)).then(|| {
            format!(
                "`{krate}` is needed in version {found} because of the `x-rust-type` at {}, but the example of the crate needs version \
                 {needed}; use a version that is compatible with it",
                dependency.pointer
            )
        })
    })
}

/// Whether a version requirement accepts some version with a major number.
fn accepts(requirement: &str, major: u64) -> bool {
    requirement.split(',').map(str::trim).all(|each| {
        let version = each.trim_start_matches(['<', '>', '=', '^', '~', ' ']);
        let mut parts = version.split(['.', '-', '+']).map(str::parse::<u64>);
        // `*` accepts all.
        let Some(Ok(first)) = parts.next() else {
            return true;
        };
        let more: Vec<u64> = parts.flatten().collect();
        if each.starts_with(">=") {
            first <= major
        } else if each.starts_with('>') {
            first < major || first == major && !more.is_empty()
        } else if each.starts_with("<=") {
            major <= first
        } else if each.starts_with('<') {
            major < first || first == major && more.iter().any(|part| *part > 0)
        } else {
            first == major
        }
    })
}

/// The dependency of a crate on itself, with the features of its example and its test.
fn own() -> InlineTable {
    InlineTable::from_iter([
        ("path", Value::from(".")),
        (
            "features",
            Value::from(Array::from_iter([BY_NAME, TESTING])),
        ),
    ])
}

/// Lines that a manifest lacks for calls by name, for the example that makes them, and for the test.
pub(super) fn missing_lines(
    present: &Manifest,
    name: &CrateName,
    has_example: bool,
    has_tests: bool,
) -> Vec<String> {
    let template: DocumentMut = TEMPLATE.parse().unwrap_or_default();
    let value = |section: &str, key: &str| template.get(section)?.get(key)?.as_value().cloned();
    let features = template.get("features").and_then(Item::as_table);
    let features = features.into_iter().flat_map(Table::iter);
    let of_runtime = features.filter(|(name, _)| *name != "default");
    let of_runtime = of_runtime.filter_map(|(name, _)| present.missing_feature_of_runtime(name));
    let mut lines: Vec<String> = of_runtime.collect();
    for feature in [BY_NAME, TESTING] {
        if !present.has_feature(feature)
            && let Some(wanted) = value("features", feature)
        {
            let wanted = wanted.to_string();
            lines.push(format!("{feature} = {} in [features]", wanted.trim()));
        }
    }
    let development = template.get("dev-dependencies").and_then(Item::as_table);
    let development = development.filter(|_| has_example || has_tests).into_iter();
    for (krate, wanted) in development.flat_map(Table::iter) {
        if let Some(wanted) = wanted.as_value() {
            lines.extend(present.missing_dependency("dev-dependencies", krate, wanted));
        }
    }
    if has_tests {
        let own = Value::from(own());
        lines.extend(present.missing_dependency("dev-dependencies", &name.to_string(), &own));
    }
    lines
}

/// Names the example `call` after the crate, so that the names in a workspace are unique.
fn name_example(manifest: &mut DocumentMut, name: &CrateName) -> Result<()> {
    table(manifest.get_mut("package"))?.insert("autoexamples", value(false));
    let mut example = Table::new();
    example.insert("name", value(name.to_string()));
    example.insert("path", value("examples/call.rs"));
    let mut examples = ArrayOfTables::new();
    examples.push(example);
    manifest.insert("example", Item::ArrayOfTables(examples));
    Ok(())
}

fn table(item: Option<&mut Item>) -> Result<&mut Table> {
    item.and_then(Item::as_table_mut)
        .context("a section is missing in the template of Cargo.toml")
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn requirements_accept_major_versions() {
        for text in [
            "1",
            "1.0",
            "^1.2",
            "~1",
            "=1.2.3",
            "1.*",
            "*",
            ">=0.9",
            ">=0.9, <2",
            ">1.0",
            "<2",
            "<1.5",
            "<=1",
        ] {
            assert!(accepts(text, 1), "{text}");
        }
        for text in [
            "0.9",
            "^0.9",
            "2",
            "=0.9.10",
            "<1",
            "<1.0.0",
            ">1",
            ">=2",
            "0.*",
            ">=0.8, <1",
            "<=0.9",
        ] {
            assert!(!accepts(text, 1), "{text}");
        }
    }
}
