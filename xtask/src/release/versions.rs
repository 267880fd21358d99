//! The places that state the version of the crates, or the one of the API.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use openapi_rust_client::internal::CrateVersion;
use openapi_rust_client_generator::Verdict;
use toml_edit::{DocumentMut, Item, Table, value};
use xtask::recordings::schemas;

use super::packages::PACKAGES;
use super::{PLACEHOLDER, changelog};
use crate::changelog::{CHANGELOG, divided, is_breaking, last_version};
use crate::diff;
use crate::spec::MANIFEST as CLIENT;

const WORKSPACE: &str = "Cargo.toml";
const RUNTIME: &str = "generated-client/runtime/Cargo.toml";
/// Texts with lines such as `botpress-runtime = "0.1"`, and with the version of the API.
const TEXTS: [&str; 6] = [
    "README.md",
    "generated-client/README.md",
    "generated-client/runtime/README.md",
    "generator/README.md",
    "generator/cli/README.md",
    "generator/cli/src/lib.rs",
];

/// The beginning of a paragraph about crates that are not published.
const WITHOUT_CLONE: &str = "Without a clone of this repository, ";

/// A version of the crates.
#[derive(Debug)]
pub(super) struct Release {
    pub(super) version: String,
    /// The URL of the repository.
    pub(super) repository: String,
}

impl Release {
    pub(super) fn new(root: &Path, wanted: Option<&str>) -> Result<Self> {
        let manifest = manifest(root, WORKSPACE)?;
        let package = &manifest["workspace"]["package"];
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let version = wanted.map_or_else(|| text("version"), str::to_owned);
        let parsed: CrateVersion = version.parse().map_err(anyhow::Error::msg)?;
        ensure!(
            parsed.to_string() == version,
            "`{version}` is not a version such as 0.3.1; the version of the API is added to that of the client"
        );
        ensure!(
            wanted.is_some() || !changelog::has(&read(root, CHANGELOG)?, &version),
            "version {version} is released; pass the next one, which `cargo xtask diff --against v{version}` proposes"
        );
        let present: CrateVersion = text("version").parse().map_err(anyhow::Error::msg)?;
        ensure!(
            parsed >= present,
            "{version} is older than {present}, the version in Cargo.toml"
        );
        let repository = text("repository");
        ensure!(
            !repository.contains(PLACEHOLDER),
            "`repository` in Cargo.toml is a placeholder; set the URL of the repository"
        );
        check_size(root, parsed)?;
        Ok(Self {
            version,
            repository,
        })
    }

    /// The files that state a version, with the new one.
    pub(super) fn files(&self, root: &Path, date: &str) -> Result<BTreeMap<String, String>> {
        let api = api_version(root)?;
        let mut files = BTreeMap::new();
        let mut add = |path: &str, text: String| files.insert(path.to_owned(), text);

        let mut workspace = manifest(root, WORKSPACE)?;
        set(
            &mut workspace["workspace"]["package"]["version"],
            &self.version,
        );
        self.set_dependencies(workspace["workspace"]["dependencies"].as_table_mut());
        add(WORKSPACE, workspace.to_string());

        let mut runtime = manifest(root, RUNTIME)?;
        set(&mut runtime["package"]["version"], &self.version);
        runtime["package"]["repository"] = value(&self.repository);
        add(RUNTIME, runtime.to_string());

        let mut client = manifest(root, CLIENT)?;
        let version = format!("{}+{api}", self.version);
        set(&mut client["package"]["version"], &version);
        self.set_dependencies(client["dependencies"].as_table_mut());
        add(CLIENT, client.to_string());

        let operations = schemas(root)?["operations"]
            .as_object()
            .map_or(0, serde_json::Map::len);
        let counted = |text: &str, words: &str| {
            let text = with_number(text, "Runtime API ", &api);
            with_number(&text, words, &operations.to_string())
        };
        let mut changes = read(root, CHANGELOG)?;
        // Of later ones, `update` writes the entries.
        if divided(&changes).is_some_and(|(_, _, tail)| last_version(tail).is_none()) {
            changes = counted(&changes, "a client for all ");
        }
        add(
            CHANGELOG,
            changelog::released(&changes, &self.version, date)?,
        );
        for path in TEXTS {
            let text = published(&read(root, path)?, &self.version);
            add(path, counted(&text, "each of the "));
        }
        Ok(files)
    }

    /// Sets the version of each dependency on a crate of the workspace.
    fn set_dependencies(&self, dependencies: Option<&mut Table>) {
        for (_, dependency) in dependencies.into_iter().flat_map(Table::iter_mut) {
            if dependency.get("path").is_some()
                && let Some(version) = dependency.get_mut("version")
            {
                let is_exact = version.as_str().is_some_and(|text| text.starts_with('='));
                let operator = if is_exact { "=" } else { "" };
                set(version, &format!("{operator}{}", self.version));
            }
        }
    }
}

/// Fails for a version that is smaller than the changes since the last release demand.
fn check_size(root: &Path, version: CrateVersion) -> Result<()> {
    let changelog = read(root, CHANGELOG)?;
    let Some((_, unreleased, tail)) = divided(&changelog) else {
        return Ok(());
    };
    let Some(last) = last_version(tail) else {
        return Ok(());
    };
    let comparison = diff::since(root, &format!("v{last}"))?.with_context(|| {
        format!("git has no tag v{last}, which the version has to follow from; fetch it")
    })?;
    let entries = is_breaking(unreleased).then_some(Verdict::BreaksCallers);
    let verdict = comparison.verdict().max(entries);
    let released: CrateVersion = last.parse().map_err(anyhow::Error::msg)?;
    let smallest = released.after(verdict);
    let change = if verdict.is_some_and(Verdict::is_breaking) {
        "breaking changes"
    } else {
        "changes"
    };
    ensure!(
        version >= smallest,
        "{version} is too small: with the {change} since v{last}, the version is {smallest} or a later one. \
         `cargo xtask diff --against v{last}` and the unreleased entries of {CHANGELOG} list them"
    );
    Ok(())
}

/// Sets a value and keeps the spaces and comments around it.
fn set(item: &mut Item, text: &str) {
    let decor = item.as_value().map(|value| value.decor().clone());
    *item = value(text);
    if let (Some(decor), Some(value)) = (decor, item.as_value_mut()) {
        *value.decor_mut() = decor;
    }
}

/// The version of the document that the client was generated from.
fn api_version(root: &Path) -> Result<String> {
    let path = "generated-client/src/generated/mod.rs";
    let text = read(root, path)?;
    let version = text.split_once("pub const API_VERSION: &str = \"");
    let version = version.and_then(|(_, rest)| rest.split('"').next());
    Ok(version
        .with_context(|| format!("{path} has no API_VERSION"))?
        .to_owned())
}

/// The text with this version of our crates, and without what is only true before the first one is published.
fn published(text: &str, version: &str) -> String {
    // Requirements of users name what breaks: `0.2`, or `1.3`.
    let requirement = version.rsplit_once('.').map_or(version, |(minor, _)| minor);
    let text = with_dependencies(text, requirement);
    let text = with_number(&text, "--runtime-version ", requirement).replace(" (none yet)", "");
    let paragraphs = text.split("\n\n");
    let paragraphs = paragraphs.filter(|text| !text.starts_with(WITHOUT_CLONE));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// The text with the dependencies on our crates: `botpress-runtime = "0.2"`.
fn with_dependencies(text: &str, requirement: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let (prefix, dependency) = match line.strip_prefix("//! ") {
            Some(rest) => ("//! ", rest),
            None => ("", line),
        };
        let name = dependency.split(" = ").next().unwrap_or_default();
        let is_ours = PACKAGES.iter().any(|package| package.name == name);
        let parsed = is_ours
            .then(|| dependency.parse::<DocumentMut>().ok())
            .flatten();
        let Some(mut document) = parsed else {
            return line.to_owned();
        };
        let item = &mut document[name];
        match item.as_inline_table_mut().filter(|table| table.len() > 1) {
            Some(table) => {
                let others: Vec<_> = table
                    .iter()
                    .map(|(key, value)| (key.to_owned(), value.clone()))
                    .collect();
                table.clear();
                table.insert("version", requirement.into());
                let others = others
                    .into_iter()
                    .filter(|(key, _)| key != "path" && key != "version");
                table.extend(others);
                table.fmt();
            }
            None => *item = value(requirement),
        }
        format!("{prefix}{document}")
    });
    lines.collect()
}

/// The text with another number after these words.
fn with_number(text: &str, words: &str, number: &str) -> String {
    let mut parts = text.split(words);
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part
            .find(|char: char| !char.is_ascii_digit() && char != '.')
            .unwrap_or(part.len());
        // The period that ends a sentence is not a part of the number.
        let present = part[..end].trim_end_matches('.');
        changed.push_str(words);
        changed.push_str(if present.is_empty() { "" } else { number });
        changed.push_str(&part[present.len()..]);
    }
    changed
}

fn manifest(root: &Path, path: &str) -> Result<DocumentMut> {
    read(root, path)?
        .parse()
        .with_context(|| format!("cannot parse {path}"))
}

fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_have_the_version() {
        let text = "a\n```toml\nbotpress-runtime = { path = \"…/generated-client\" }\ntokio = \"1\"\n//! openapi-rust-client = { version = \"0.1\", default-features = false }\n//! openapi-client-runtime = { path = \"…\", features = [\"client\"] }\n";
        assert_eq!(
            with_dependencies(text, "0.2"),
            "a\n```toml\nbotpress-runtime = \"0.2\"\ntokio = \"1\"\n//! openapi-rust-client = { version = \"0.2\", default-features = false }\n//! openapi-client-runtime = { version = \"0.2\", features = [\"client\"] }\n"
        );
    }

    /// The README of the workspace, so that the words are there.
    #[test]
    fn what_is_true_before_the_first_release_goes() {
        let readme = include_str!("../../../README.md");
        let text = published(readme, "0.2.3");
        assert!(text.contains("| `--runtime-version 0.2` | a published version |\n"));
        let lines = "openapi-rust-client = { version = \"0.2\", default-features = false }\n\n\
                     [dependencies]\n\
                     openapi-client-runtime = { version = \"0.2\", features = [\"client\", \"rustls\"] }\n```\n\n\
                     If the document needs more features";
        assert!(text.contains(lines), "{text}");
        assert!(!text.contains(PLACEHOLDER));
        assert_eq!(published(&text, "0.2.3"), text);
    }

    #[test]
    fn numbers_follow_words() {
        assert_eq!(
            with_number("The API 1.8. An API. API 12: x", "API ", "2.0"),
            "The API 2.0. An API. API 2.0: x"
        );
    }
}
