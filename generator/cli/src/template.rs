//! The files of a crate that are not generated, from those of `generated-client/`.

mod manifest;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use include_dir::{Dir, include_dir};
use openapi_client_generator::Generated;

use crate::crate_name::CrateName;
use crate::document::Document;
use crate::files::Wanted;
pub use manifest::{Home, is_dependency, lacking, package_name};

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../generated-client/src/runtime");
const LIBRARY: &str = include_str!("../../generated-client/src/lib.rs");
const CALL: &str = include_str!("../../generated-client/examples/call.rs");
const IGNORED: &str = "/target\n";
const README: &str = include_str!("template/README.md");

/// The part of the runtime that is all of it for types alone.
const MODEL: &str = "model/";
const TYPES_LIBRARY: &str = include_str!("template/types.rs");
const TYPES_README: &str = include_str!("template/README.types.md");

/// `src/runtime/`, as far as the generated code needs it.
pub fn runtime(generated: &Generated) -> Result<BTreeMap<String, String>> {
    let all = whole_runtime()?;
    if has_client(generated) {
        return Ok(all);
    }
    let model = all.into_iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(MODEL)?;
        Some((path.to_owned(), text))
    });
    Ok(model.collect())
}

fn has_client(generated: &Generated) -> bool {
    generated.operations > 0
}

fn whole_runtime() -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&RUNTIME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().display().to_string().replace('\\', "/");
            let text = file
                .contents_utf8()
                .with_context(|| format!("{path} is no text"))?;
            files.insert(path, text.to_owned());
        }
    }
    Ok(files)
}

/// What a crate starts with.
pub fn starters(
    name: &CrateName,
    document: &Document,
    generated: &Generated,
    home: Home,
) -> Result<Vec<(&'static str, Wanted)>> {
    let call = has_client(generated).then(|| {
        CALL.replace(manifest::CLIENT_NAME, &name.to_string())
            .replace(&manifest::CLIENT_NAME.replace('-', "_"), &name.in_code())
    });
    let sources = runtime(generated)?.into_values().chain(call.clone());
    let sources: Vec<_> = sources.collect();
    let is_used = |krate: &str| {
        sources
            .iter()
            .any(|text| text.contains(&format!("{krate}::")))
    };
    let mut files = vec![
        (".gitignore", Wanted::Exact(IGNORED.to_owned())),
        (
            "Cargo.toml",
            Wanted::Exact(manifest::manifest(name, generated, home, is_used)?),
        ),
        (
            "README.md",
            Wanted::Exact(readme(name, document, generated)),
        ),
        ("src/lib.rs", Wanted::Code(library(generated))),
    ];
    files.extend(call.map(|call| ("examples/call.rs", Wanted::Code(call))));
    Ok(files)
}

/// The re-exports of our own client, or those of types alone, under the words of the document.
fn library(generated: &Generated) -> String {
    let is_docs = |line: &&str| line.starts_with("//!") || line.trim().is_empty();
    let (library, about) = if has_client(generated) {
        (LIBRARY, "[`Client`] has a method for each operation.")
    } else {
        (TYPES_LIBRARY, "[`types`] has a type for each schema.")
    };
    let items: Vec<_> = library.lines().skip_while(is_docs).collect();
    // No version here: the file is written once, and the document changes.
    let texts = [
        &*format!("# {}", generated.title),
        generated.description.trim(),
        about,
    ];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let docs: Vec<_> = texts
        .join("\n\n")
        .lines()
        .map(|line| format!("//! {line}").trim_end().to_owned())
        .collect();
    format!("{}\n\n{}\n", docs.join("\n"), items.join("\n"))
}

fn readme(name: &CrateName, document: &Document, generated: &Generated) -> String {
    // File names only: the folders are those of one machine.
    let file = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let overlays = document.overlays.iter();
    let overlays = overlays.map(|path| format!("--overlay {}", file(path)));
    let arguments = overlays.chain(document.choices.arguments(file));
    let arguments: Vec<_> = arguments.map(|argument| argument + " ").collect();
    let description = match generated.description.trim() {
        "" => String::new(),
        text => format!("{text}\n\n"),
    };
    let values = [
        ("{title}", generated.title.clone()),
        ("{description}\n\n", description),
        ("{name}", name.to_string()),
        ("{code_name}", name.in_code()),
        ("{spec}", file(&document.spec)),
        ("{arguments} ", arguments.concat()),
    ];
    // One pass, so that braces in a description stay.
    let mut text = String::new();
    let mut rest = if has_client(generated) {
        README
    } else {
        TYPES_README
    };
    while let Some((at, (key, value))) = values
        .iter()
        .filter_map(|value| Some((rest.find(value.0)?, value)))
        .min_by_key(|(at, _)| *at)
    {
        text += &rest[..at];
        text += value;
        rest = &rest[at + key.len()..];
    }
    text + rest
}
