//! The files of a crate: the generated code, the runtime, and starter files that belong to the user once they are written.

mod exports;
mod library;
mod manifest;
mod readme;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use openapi_rust_client_generator::Generated;

use crate::crate_name::CrateName;
use crate::document::Document;
use crate::embedded;
use crate::manifest::Manifest;
use crate::runtime::Runtime;
pub use manifest::is_dependency;

/// The folder of the generated module.
pub const GENERATED: &str = "src/generated";

/// The file with the names that were chosen, which later runs keep.
pub(crate) const NAMES: &str = "names.yaml";

const IGNORED: &str = "/target\n";

/// The path of the library.
pub(crate) const LIBRARY: &str = "src/lib.rs";
const EXAMPLE: &str = "examples/call.rs";
/// The generated test.
pub const TESTS: &str = "tests/operations.rs";

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
        files.insert(NAMES.to_owned(), self.generated.names.to_yaml());
        files.extend(self.runtime.files());
        files
    }

    /// The test that each run writes, if there is one.
    pub fn tests(&self) -> Option<String> {
        self.generated.tests(&self.name.in_code())
    }

    /// Files that are written only once, because they belong to the user afterwards.
    pub fn starters(&self) -> Result<Vec<(&'static str, String)>> {
        let mut files = vec![
            (".gitignore", IGNORED.to_owned()),
            ("Cargo.toml", manifest::manifest(self)?),
            ("README.md", readme::readme(self)),
            (LIBRARY, library::library(self)),
        ];
        if self.has_client() {
            let call = embedded::EXAMPLE
                .replace(OUR_CLIENT, &self.name.to_string())
                .replace(&OUR_CLIENT.replace('-', "_"), &self.name.in_code());
            files.push((EXAMPLE, call));
        }
        Ok(files)
    }

    /// A crate of the document that a new `Cargo.toml` cannot name next to what the example needs.
    pub(crate) fn conflict(&self) -> Option<String> {
        let generated = Some(self.generated).filter(|_| self.has_client());
        generated.and_then(manifest::conflict)
    }

    /// Lines that the generated code, the example and the test need, and `Cargo.toml` lacks.
    pub fn missing_lines(&self) -> Result<Vec<String>> {
        let present = Manifest::read(self.out);
        let runtime = self
            .runtime
            .dependency(self.out, &self.generated.runtime_features)?;
        let mut lines = present.missing_lines(self.generated, &runtime);
        if self.has_client() {
            let [has_example, has_tests] =
                [EXAMPLE, TESTS].map(|path| self.out.join(path).is_file());
            let missing = manifest::missing_lines(&present, self.name, has_example, has_tests);
            lines.extend(missing);
        }
        Ok(lines)
    }

    /// Lines that the generated code needs, and `src/lib.rs` lacks.
    pub fn missing_exports(&self) -> Vec<String> {
        let library = fs::read_to_string(self.out.join(LIBRARY));
        let missing = |library: String| exports::missing(&library, self.has_client());
        library.map_or_else(|_| Vec::new(), missing)
    }

    /// The changes that `src/lib.rs` needs because it names items that are elsewhere or gone.
    pub fn outdated_exports(&self) -> Vec<String> {
        let library = fs::read_to_string(self.out.join(LIBRARY)).unwrap_or_default();
        let generated = self
            .generated
            .files
            .get("mod.rs")
            .map_or("", String::as_str);
        let files = embedded::RUNTIME.iter().copied();
        let (root, others): (Vec<_>, Vec<_>) = files.partition(|(path, _)| *path == LIBRARY);
        let runtime = root.into_iter().chain(others).map(|(_, text)| text);
        exports::outdated(&library, self.has_client(), generated, runtime)
    }

    fn has_client(&self) -> bool {
        self.generated.operations > 0
    }
}
