//! Generation in a build script: a module in `OUT_DIR`.

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use anyhow::{Context, Result, anyhow, bail};
use openapi_rust_client_generator::{Diagnostic, Diagnostics, Generated, HEADER, ModulePath};

use crate::document::Document;
use crate::manifest::{Manifest, published_runtime};
use crate::plan::Plan;
use crate::render::{Extent, Part, human, summary};
use crate::report::count_errors;
use crate::run_options::RunOptions;

/// The default path of the module.
const MODULE: &str = "crate::api";

/// A module that a build script generates from a document.
///
/// Paths are relative to the folder of the package, where its `Cargo.toml` is.
/// [In the docs of the crate](crate#from-a-build-script) is a whole example.
#[derive(Clone, Debug)]
#[must_use = "nothing is generated before `generate`"]
pub struct Build {
    spec: PathBuf,
    overlays: Vec<PathBuf>,
    options: Option<PathBuf>,
    ref_folders: Vec<PathBuf>,
    module: Option<String>,
    strict: bool,
}

impl Build {
    /// A client for a document, in YAML or JSON.
    pub fn new(spec: impl Into<PathBuf>) -> Self {
        Self {
            spec: spec.into(),
            overlays: Vec::new(),
            options: None,
            ref_folders: Vec::new(),
            module: None,
            strict: false,
        }
    }

    /// Applies an overlay to the document, after those that were added before.
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        self.overlays.push(path.into());
        self
    }

    /// Reads [options](openapi_rust_client_generator::Options) from a file: the operations that are wanted, whether only types
    /// are, and so on.
    pub fn options(mut self, path: impl Into<PathBuf>) -> Self {
        self.options = Some(path.into());
        self
    }

    /// Allows the document to refer to the files of another folder. Without this, a `$ref` reads only files in the folder of the
    /// document and in those below it.
    pub fn ref_folder(mut self, path: impl Into<PathBuf>) -> Self {
        self.ref_folders.push(path.into());
        self
    }

    /// Sets the path of the module in the crate that includes it. This takes precedence over the options file; the default
    /// is `crate::api`.
    ///
    /// The path determines the file to include: `clients/pets.rs` in `OUT_DIR` for `crate::clients::pets`.
    pub fn module(mut self, path: impl Into<String>) -> Self {
        self.module = Some(path.into());
        self
    }

    /// Treats warnings as errors, if it is `true`.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Writes the module, or brings it up to date. Files that are already as they should be are left alone.
    ///
    /// Prints instructions for cargo: the files to watch, and warnings about the document. The Rust names follow from the document
    /// alone: unlike the command, a build script keeps no file with names.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written, the document has errors, or `Cargo.toml` lacks a dependency or feature that the
    /// generated code needs. No file was changed then.
    pub fn generate(self) -> Result<(), BuildError> {
        let mut instructions = Vec::new();
        let done = folder("CARGO_MANIFEST_DIR").and_then(|package| {
            let out = folder("OUT_DIR")?;
            self.run(&package, &out, &mut instructions)
        });
        for instruction in instructions {
            println!("{instruction}");
        }
        done.map_err(|error| BuildError(format!("{error:#}")))
    }

    fn run(&self, package: &Path, out: &Path, instructions: &mut Vec<String>) -> Result<()> {
        let sources = self.document(package).read()?;
        let manifest = Manifest::read(package);
        let watched = sources.files().iter().chain(manifest.files());
        instructions.extend(watched.map(|path| {
            let path = line(&path.to_string_lossy());
            format!("cargo::rerun-if-changed={path}")
        }));

        let refusal = |problems| self.refusal(&problems);
        let mut options = sources.options().map_err(refusal)?;
        options.root = self.root(options.root)?;
        let generated = sources
            .generate_with(&options, self.strict)
            .map_err(refusal)?;
        instructions.extend(warnings(&generated.warnings));
        // A crate may do without calls by name and without a service for tests.
        instructions.push(
            "cargo::rustc-check-cfg=cfg(feature, values(\"call-json\", \"testing\"))".to_owned(),
        );
        let missing = manifest.missing_lines(&generated, &published_runtime(&generated));
        if !missing.is_empty() {
            let missing = missing.join("\n  ");
            bail!("Cargo.toml lacks what the document needs:\n  {missing}");
        }
        write(&options.root, generated, out)
    }

    fn document(&self, package: &Path) -> Document {
        Document {
            folder: package.to_owned(),
            spec: self.spec.clone(),
            overlays: self.overlays.clone(),
            run_options: RunOptions {
                folder: package.to_owned(),
                ref_folders: self.ref_folders.iter().map(|it| package.join(it)).collect(),
                ..RunOptions::of_file(self.options.clone())
            },
        }
    }

    /// The module, given that of the file of options.
    fn root(&self, in_file: ModulePath) -> Result<ModulePath> {
        let root = match &self.module {
            Some(module) => module.parse()?,
            None if in_file == ModulePath::default() => MODULE.parse()?,
            None => in_file,
        };
        if root == ModulePath::default() {
            bail!("`{root}` is the crate itself; name a module in it, such as `{MODULE}`");
        }
        Ok(root)
    }

    fn refusal(&self, problems: &Diagnostics) -> anyhow::Error {
        let extent = Extent::First("`openapi-rust-client generate --message-format json`");
        anyhow!(
            "{}: found {}\n\n{}",
            self.spec.display(),
            count_errors(problems, self.strict),
            human(problems, &Renderer::plain(), extent)
        )
    }
}

/// Writes the files of the module, and one to include that declares it: a file that is included cannot begin with
/// attributes of its own, as `mod.rs` does.
fn write(root: &ModulePath, generated: Generated, out: &Path) -> Result<()> {
    let root = root.to_string();
    let names: Vec<_> = root.split("::").skip(1).collect();
    let name = names.last().copied().unwrap_or_default();
    let folder = names.join("/").replace("r#", "");
    let file = folder.rsplit('/').next().unwrap_or_default();
    let declaration = format!(
        "{HEADER}\n\n\
         #[allow(\n    \
             dead_code,\n    \
             missing_docs,\n    \
             unreachable_pub,\n    \
             clippy::all,\n    \
             clippy::pedantic,\n    \
             reason = \"a crate uses what it needs, and its own rules are not those of generated code\"\n\
         )]\n\
         #[path = \"{file}/mod.rs\"]\n\
         pub mod {name};\n"
    );
    let mut files: BTreeMap<_, _> = generated
        .files
        .into_iter()
        .map(|(path, text)| (format!("{folder}/{path}"), text))
        .collect();
    files.insert(format!("{folder}.rs"), declaration);
    Plan::new(out, files, &[&folder])?.apply(out)
}

/// The instructions for cargo to show the warnings, one a line.
fn warnings(warnings: &Diagnostics) -> impl Iterator<Item = String> {
    summary(warnings).into_iter().map(|part| {
        let text = match part {
            Part::Problem(Diagnostic {
                file,
                line,
                column,
                code,
                message,
                help,
                ..
            }) => format!("{file}:{line}:{column}: [{code}] {message}; {help}"),
            Part::More(_, code, count) => format!("{count} more of the kind `{code}`"),
        };
        format!("cargo::warning={}", line(&text))
    })
}

/// Text of a document on one line. On a line of its own it could be an instruction for cargo.
fn line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

fn folder(variable: &str) -> Result<PathBuf> {
    let folder = env::var_os(variable).map(PathBuf::from);
    folder.with_context(|| format!("{variable} is not set; this runs in a build script"))
}

/// The reason why no module was generated.
#[derive(Clone, PartialEq, Eq)]
pub struct BuildError(String);

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The same text: it is what a `main` that returns the error prints.
impl fmt::Debug for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests;
