//! `Cargo.toml` of a new crate, from that of `generated-client/`.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use openapi_client_generator::{Dependency, Generated};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::crate_name::CrateName;

pub const CLIENT_NAME: &str = "botpress-runtime";
const CLIENT: &str = include_str!("../../../generated-client/Cargo.toml");
const WORKSPACE: &str = include_str!("../../../Cargo.toml");

/// Where a new crate is to live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Anywhere.
    Alone,
    /// In a workspace of clients, where the examples of all of them end in one folder.
    Shared,
}

/// The package name in the text of a manifest.
pub fn package_name(manifest: &str) -> Option<String> {
    let manifest: DocumentMut = manifest.parse().ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

/// Whether a new crate would depend on a crate of this name.
pub fn is_dependency(name: &CrateName) -> bool {
    let client: DocumentMut = CLIENT.parse().unwrap_or_default();
    ["dependencies", "dev-dependencies"]
        .iter()
        .filter_map(|section| client.get(section)?.as_table())
        .flat_map(Table::iter)
        // Our client names itself; a new crate does so by its own name.
        .filter(|(krate, _)| *krate != CLIENT_NAME)
        .any(|(krate, _)| krate.replace('-', "_") == name.in_code())
}

/// The dependencies and features of our own client, but standing alone. Of the development dependencies only those
/// that the copied code names.
pub fn manifest(
    name: &CrateName,
    generated: &Generated,
    home: Home,
    is_used: impl Fn(&str) -> bool,
) -> Result<String> {
    let workspace: DocumentMut = WORKSPACE.parse().context("Cargo.toml")?;
    let shared = |section: &str, key: &str| workspace.get("workspace")?.get(section)?.get(key);
    // Our client names itself among its development dependencies, to have all features in tests.
    let client = CLIENT.replace(CLIENT_NAME, &name.to_string());
    let mut manifest: DocumentMut = client.parse().context("generated-client/Cargo.toml")?;
    let sections = [
        "package",
        "features",
        "dependencies",
        "dev-dependencies",
        "example",
    ];
    manifest.retain(|section, _| sections.contains(&section));
    let has_client = super::has_client(generated);
    if !has_client {
        // Nothing is sent, so there is nothing to turn on, and nothing to call.
        manifest.retain(|section, _| ["package", "dependencies"].contains(&section));
        table(manifest.get_mut("dependencies"))?
            .retain(|krate, _| is_used(&krate.replace('-', "_")));
    }
    if let Some(examples) = manifest
        .get_mut("example")
        .and_then(Item::as_array_of_tables_mut)
    {
        examples.retain(|example| example.get("name").and_then(Item::as_str) == Some("call"));
    }

    if has_client {
        let features = table(manifest.get_mut("features"))?;
        for feature in &generated.features {
            features.insert(feature, value(Array::new()));
        }
        let default = features.get_mut("default").and_then(Item::as_array_mut);
        if let Some(default) = default {
            default.extend(generated.features.iter().map(String::as_str));
            default.fmt();
        }
    }

    let package = table(manifest.get_mut("package"))?;
    package.retain(|key, _| ["edition", "rust-version"].contains(&key));
    for (key, item) in package.iter_mut() {
        stand_alone(item, shared("package", key.get()))?;
    }
    let what = if has_client {
        "A client for"
    } else {
        "The types of"
    };
    let description = format!("{what} {}.", generated.title);
    package.insert("name", value(name.to_string()));
    package.insert("version", value("0.1.0"));
    package.insert("description", value(description));
    package.sort_values_by(|a, _, b, _| rank(a).cmp(&rank(b)));
    package.decor_mut().clear();

    if let Some(dependencies) = manifest.get_mut("dev-dependencies") {
        table(Some(dependencies))?
            .retain(|krate, _| krate == name.to_string() || is_used(&krate.replace('-', "_")));
    }
    for section in ["dependencies", "dev-dependencies"] {
        let Some(dependencies) = manifest.get_mut(section) else {
            continue;
        };
        for (krate, item) in table(Some(dependencies))?.iter_mut() {
            stand_alone(item, shared("dependencies", krate.get()))?;
        }
    }

    let dependencies = table(manifest.get_mut("dependencies"))?;
    for (krate, dependency) in &generated.dependencies {
        match dependencies.get_mut(krate) {
            Some(known) => want(known, &dependency.features),
            None => drop(dependencies.insert(krate, value(wanted(dependency)))),
        }
    }

    match home {
        Home::Alone => {
            let mut workspace = Table::new();
            workspace
                .decor_mut()
                .set_prefix("\n# Builds anywhere, also in the folder of another workspace.\n");
            manifest.insert("workspace", Item::Table(workspace));
        }
        Home::Shared if has_client => name_example(&mut manifest, name)?,
        Home::Shared => {}
    }
    Ok(manifest.to_string())
}

/// What generated code needs and a manifest lacks, as lines of it.
pub fn lacking(manifest: &str, generated: &Generated) -> Vec<String> {
    let manifest: DocumentMut = manifest.parse().unwrap_or_default();
    let has = |section: &str, key: &str| {
        let section = manifest.get(section);
        section.is_some_and(|section| section.get(key).is_some())
    };
    let dependencies = generated.dependencies.iter();
    let dependencies = dependencies.filter(|(krate, _)| !has("dependencies", krate));
    let dependencies = dependencies
        .map(|(krate, dependency)| format!("{krate} = {} in [dependencies]", wanted(dependency)));
    let features = generated.features.iter();
    let features = features.filter(|feature| !has("features", feature));
    let features =
        features.map(|feature| format!("{feature} = [] in [features], and its name in `default`"));
    dependencies.chain(features).collect()
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

/// Adds features to a dependency that is there for another reason.
fn want(dependency: &mut Item, features: &BTreeSet<String>) {
    if features.is_empty() {
        return;
    }
    if let Some(version) = dependency.as_str() {
        let table = InlineTable::from_iter([("version", version)]);
        *dependency = value(table);
    }
    let array: Array = features.iter().map(String::as_str).collect();
    if let Some(Item::Value(Value::InlineTable(table))) = Some(dependency) {
        merge(table, "features", value(array));
    }
}

/// Gives the example `call` the name of the crate, which no other crate of the workspace has.
fn name_example(manifest: &mut DocumentMut, name: &CrateName) -> Result<()> {
    table(manifest.get_mut("package"))?.insert("autoexamples", value(false));
    let mut example = Table::new();
    example.insert("name", value(name.to_string()));
    example.insert("path", value("examples/call.rs"));
    manifest.insert(
        "example",
        Item::ArrayOfTables(ArrayOfTables::from_iter([example])),
    );
    Ok(())
}

fn table(item: Option<&mut Item>) -> Result<&mut Table> {
    item.and_then(Item::as_table_mut)
        .context("generated-client/Cargo.toml lacks a section")
}

fn rank(key: &toml_edit::Key) -> usize {
    let order = ["name", "version", "description", "edition", "rust-version"];
    order
        .iter()
        .position(|each| *each == key.get())
        .unwrap_or(order.len())
}

/// Puts in place of `workspace = true` what the workspace says; features are those of both.
fn stand_alone(item: &mut Item, shared: Option<&Item>) -> Result<()> {
    let Some(own) = item
        .as_table_like_mut()
        .filter(|own| own.contains_key("workspace"))
    else {
        return Ok(());
    };
    own.remove("workspace");
    let own: Vec<_> = own
        .iter()
        .map(|(key, item)| (key.to_owned(), item.clone()))
        .collect();
    let shared = shared
        .context("Cargo.toml lacks what generated-client inherits")?
        .as_value();
    let mut merged = shared
        .context("Cargo.toml has a table where a value is expected")?
        .clone();
    if !own.is_empty() {
        let mut table = match merged {
            Value::InlineTable(table) => table,
            version => InlineTable::from_iter([("version", version)]),
        };
        for (key, item) in own {
            merge(&mut table, &key, item);
        }
        table.fmt();
        merged = Value::InlineTable(table);
    }
    // A comment behind the line.
    let decor = item.as_value().map(|own| own.decor().clone());
    *merged.decor_mut() = decor.unwrap_or_default();
    *item = Item::Value(merged);
    Ok(())
}

fn merge(into: &mut InlineTable, key: &str, item: Item) {
    match (into.get_mut(key), item) {
        (Some(Value::Array(array)), Item::Value(Value::Array(more))) => {
            array.extend(more);
            array.fmt();
        }
        (_, Item::Value(value)) => drop(into.insert(key, value)),
        _ => {}
    }
}
