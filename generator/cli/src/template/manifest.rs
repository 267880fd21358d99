//! `Cargo.toml` of a generated crate.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use openapi_client_generator::{Dependency, Generated};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::{Home, Template};
use crate::CrateName;
use crate::runtime::RUNTIME;

const TEMPLATE: &str = include_str!("Cargo.toml");
const EDITION: &str = "2024";
const RUST_VERSION: &str = env!("CARGO_PKG_RUST_VERSION");

/// The package name in the text of a manifest.
pub fn package_name(manifest: &str) -> Option<String> {
    let manifest: DocumentMut = manifest.parse().ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

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
    let mut manifest: DocumentMut = TEMPLATE.parse().context("the template of Cargo.toml")?;
    let what = if template.has_client() {
        let features = table(manifest.get_mut("features"))?;
        for feature in &generated.features {
            features.insert(feature, value(Array::new()));
        }
        if let Some(default) = features.get_mut("default").and_then(Item::as_array_mut) {
            default.extend(generated.features.iter().map(String::as_str));
            default.fmt();
        }
        // The crate itself, so that the example has its feature without a flag.
        let own = InlineTable::from_iter([
            ("path", Value::from(".")),
            ("features", Value::from(Array::from_iter(["call-json"]))),
        ]);
        let dependencies = table(manifest.get_mut("dev-dependencies"))?;
        dependencies.insert(&name.to_string(), value(own));
        dependencies.sort_values();
        "A client for"
    } else {
        // Types alone send nothing: there is no feature, and no example to run.
        manifest.remove("features");
        manifest.remove("dev-dependencies");
        "The types of"
    };

    let package = table(manifest.get_mut("package"))?;
    let description = format!("{what} {}.", generated.title);
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
        dependencies.insert(krate, value(wanted(dependency)));
    }

    match template.home {
        Home::Alone => {
            let mut workspace = Table::new();
            workspace
                .decor_mut()
                .set_prefix("\n# Builds anywhere, also in the folder of another workspace.\n");
            manifest.insert("workspace", Item::Table(workspace));
        }
        Home::Shared if template.has_client() => name_example(&mut manifest, name)?,
        Home::Shared => {}
    }
    Ok(manifest.to_string())
}

/// Lines that the generated code needs and a manifest lacks.
pub fn missing_lines(manifest: &str, generated: &Generated) -> Vec<String> {
    let manifest: DocumentMut = manifest.parse().unwrap_or_default();
    let entry = |section: &str, key: &str| manifest.get(section)?.get(key);
    let dependencies = generated.dependencies.iter();
    let dependencies = dependencies.filter(|(krate, _)| entry("dependencies", krate).is_none());
    let dependencies = dependencies
        .map(|(krate, dependency)| format!("{krate} = {} in [dependencies]", wanted(dependency)));
    let features = generated.features.iter();
    let features = features.filter(|feature| entry("features", feature).is_none());
    let features =
        features.map(|feature| format!("{feature} = [] in [features], and its name in `default`"));
    let runtime = runtime_lines(entry("dependencies", RUNTIME), generated);
    dependencies.chain(features).chain(runtime).collect()
}

/// What the dependency on the runtime lacks.
fn runtime_lines(dependency: Option<&Item>, generated: &Generated) -> Option<String> {
    let Some(dependency) = dependency else {
        return Some(format!("{RUNTIME} in [dependencies]"));
    };
    let present: BTreeSet<_> = dependency
        .get("features")
        .and_then(Item::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let needed = generated.runtime_features.iter().copied();
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

/// `"1"`, or `{ version = "1", features = ["serde"] }`
fn wanted(dependency: &Dependency) -> Value {
    let version = Value::from(dependency.version.as_str());
    if dependency.features.is_empty() {
        return version;
    }
    let features: Array = dependency.features.iter().map(String::as_str).collect();
    InlineTable::from_iter([("version", version), ("features", features.into())]).into()
}

/// Gives the example `call` the name of the crate, which no other crate of the workspace has.
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
        .context("the template of Cargo.toml lacks a section")
}
