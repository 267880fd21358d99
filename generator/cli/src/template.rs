//! The files of a crate: the generated code, the runtime, and starter files that belong to the user once they are written.

mod manifest;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use openapi_client_generator::Generated;

use crate::{CrateName, Document, Runtime};
pub use manifest::is_dependency;

/// The folder of the generated module.
pub const GENERATED: &str = "src/generated";

const LIBRARY: &str = include_str!("../../../generated-client/src/lib.rs");
const TYPES_LIBRARY: &str = include_str!("template/types.rs");
const CALL: &str = include_str!("../../../generated-client/examples/call.rs");
const README: &str = include_str!("template/README.md");
const TYPES_README: &str = include_str!("template/README.types.md");
const IGNORED: &str = "/target\n";

/// The client whose library and example are the templates.
const OUR_CLIENT: &str = "botpress-runtime";

/// The workspace that a crate belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workspace {
    /// A workspace of its own, so that the crate builds anywhere.
    Own,
    /// A workspace with other generated crates, whose examples share a target folder.
    Shared,
}

/// A crate to write.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// Name of the package.
    pub name: &'a CrateName,
    /// Folder of the crate.
    pub out: &'a Path,
    /// The document that it is generated from.
    pub document: &'a Document,
    /// The generated code.
    pub generated: &'a Generated,
    /// The runtime that it depends on.
    pub runtime: &'a Runtime,
    /// The workspace that it belongs to.
    pub workspace: Workspace,
}

impl Template<'_> {
    /// Files that each run writes: the generated code, and the runtime if it is embedded.
    pub fn modules(&self) -> BTreeMap<String, String> {
        let generated = self.generated.files.iter();
        let generated = generated.map(|(path, text)| (format!("{GENERATED}/{path}"), text.clone()));
        let mut files: BTreeMap<_, _> = generated.collect();
        files.extend(self.runtime.files());
        files
    }

    /// Files that are written only once, because they belong to the user afterwards.
    pub fn starters(&self) -> Result<Vec<(&'static str, String)>> {
        let mut files = vec![
            (".gitignore", IGNORED.to_owned()),
            ("Cargo.toml", manifest::manifest(self)?),
            ("README.md", self.readme()),
            ("src/lib.rs", self.library()),
        ];
        if self.has_client() {
            let call = CALL
                .replace(OUR_CLIENT, &self.name.to_string())
                .replace(&OUR_CLIENT.replace('-', "_"), &self.name.in_code());
            files.push(("examples/call.rs", call));
        }
        Ok(files)
    }

    fn has_client(&self) -> bool {
        self.generated.operations > 0
    }

    /// The re-exports of our own client or of a crate with only types, with the document's title and description.
    fn library(&self) -> String {
        let is_docs = |line: &&str| line.starts_with("//!") || line.trim().is_empty();
        let (library, about) = if self.has_client() {
            (LIBRARY, "[`Client`] has a method for each operation.")
        } else {
            (TYPES_LIBRARY, "[`types`] has a type for each schema.")
        };
        let items: Vec<_> = library.lines().skip_while(is_docs).collect();
        // Without the version, which would become outdated: the file is written only once.
        let title = format!("# {}", self.generated.title);
        let texts = [&*title, self.generated.description.trim(), about];
        let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let docs: Vec<_> = texts
            .join("\n\n")
            .lines()
            .map(|line| format!("//! {line}").trim_end().to_owned())
            .collect();
        format!("{}\n\n{}\n", docs.join("\n"), items.join("\n"))
    }

    fn readme(&self) -> String {
        // Only file names, because folders depend on the machine.
        let file = |path: &Path| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let overlays = self.document.overlays.iter();
        let overlays = overlays.map(|path| format!("--overlay {}", file(path)));
        let runtime = match self.runtime {
            Runtime::Embedded => None,
            Runtime::Path(path) => Some(format!("--runtime <folder of {}>", file(path))),
            Runtime::Version(version) => Some(format!("--runtime-version {version}")),
        };
        let arguments = overlays.chain(self.document.choices.arguments(file));
        let arguments: Vec<_> = arguments
            .chain(runtime)
            .map(|argument| argument + " ")
            .collect();
        let description = match self.generated.description.trim() {
            "" => String::new(),
            text => format!("{text}\n\n"),
        };
        let owned = match self.runtime {
            Runtime::Embedded => "`src/generated/` and `runtime/` are",
            Runtime::Path(_) | Runtime::Version(_) => "`src/generated/` is",
        };
        let values = [
            ("{title}", self.generated.title.clone()),
            ("{description}\n\n", description),
            ("{name}", self.name.to_string()),
            ("{code_name}", self.name.in_code()),
            ("{spec}", file(&self.document.spec)),
            ("{arguments} ", arguments.concat()),
            ("{owned}", owned.to_owned()),
        ];
        let template = if self.has_client() {
            README
        } else {
            TYPES_README
        };
        filled(template, &values)
    }
}

/// Fills the values into a template. A single pass leaves braces in the values alone.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    let mut text = String::new();
    let mut rest = template;
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
