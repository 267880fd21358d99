//! A document on disk: its file, the files that it refers to, overlays and options.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use openapi_rust_client_generator::{Diagnostics, Generated, Options, Source};

use crate::ref_files::RefFiles;
use crate::run_options::RunOptions;
use crate::text::read_text;

/// The files of a document, its overlays and its options. Paths are relative to `folder`. Diagnostics show the paths as they
/// are here.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The folder that the paths are relative to.
    pub folder: PathBuf,
    /// The document.
    pub spec: PathBuf,
    /// The overlays, in the order of application.
    pub overlays: Vec<PathBuf>,
    /// The options.
    pub run_options: RunOptions,
}

impl Document {
    /// Reads all files.
    pub fn read(&self) -> Result<Sources> {
        let mut files = Vec::new();
        let spec = self.spec(&mut files)?;
        let mut read = |folder: &Path, path: &PathBuf| {
            files.push(folder.join(path));
            source(folder, path)
        };
        let overlays = self.overlays.iter();
        let overlays = overlays.map(|path| read(&self.folder, path));
        let overlays = overlays.collect::<Result<_>>()?;
        let options = self.run_options.options.as_ref();
        let options = options.map(|path| read(&self.run_options.folder, path));
        let options = options.transpose()?;
        let names = self.run_options.names.as_ref();
        let names = names.filter(|path| self.run_options.folder.join(path).exists());
        let names = names.map(|path| read(&self.run_options.folder, path));
        Ok(Sources {
            spec,
            overlays,
            options,
            names: names.transpose()?,
            run_options: self.run_options.clone(),
            files,
        })
    }

    /// The document with the files that it refers to. The generator reports a missing file at its reference.
    fn spec(&self, files: &mut Vec<PathBuf>) -> Result<Source> {
        let path = self.folder.join(&self.spec);
        let mut spec = source(&self.folder, &self.spec)?;
        let mut referenced = RefFiles::new(&path, &self.run_options.ref_folders)?;
        files.push(path);
        let mut tried = BTreeSet::new();
        loop {
            let missing = spec.missing_files().into_iter();
            let missing: Vec<_> = missing.filter(|name| tried.insert(name.clone())).collect();
            if missing.is_empty() {
                return Ok(spec);
            }
            for name in missing {
                let path = self.folder.join(&name);
                if referenced.attach(&mut spec, &name, &path) {
                    files.push(path);
                }
            }
        }
    }
}

/// Reads a file of a folder.
fn source(folder: &Path, path: &Path) -> Result<Source> {
    if is_url(path) && !folder.join(path).exists() {
        bail!(
            "{} is a URL, and only files are read; download it, for example with `curl --fail --location --output api.yaml URL`",
            path.display()
        );
    }
    let text =
        read_text(&folder.join(path)).with_context(|| format!("cannot read {}", path.display()))?;
    // The same name on every system, so that output can be compared.
    Ok(Source::new(
        path.display().to_string().replace('\\', "/"),
        text,
    ))
}

/// Whether a path is a URL, such as `https://example.com/openapi.json`.
fn is_url(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let scheme = text
        .split_once(':')
        .filter(|(_, rest)| rest.starts_with('/'));
    // A single letter is a drive.
    scheme.is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.chars().all(|each| each.is_ascii_alphanumeric())
    })
}

/// A document, its overlays and options, as they were read.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The document, with the files that it refers to.
    pub spec: Source,
    /// The overlays.
    pub overlays: Vec<Source>,
    options: Option<Source>,
    names: Option<Source>,
    run_options: RunOptions,
    files: Vec<PathBuf>,
}

impl Sources {
    /// The files that were read.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Generates the client. `strict` treats warnings as errors.
    pub fn generate(&self, strict: bool) -> Result<Generated, Diagnostics> {
        self.generate_with(&self.options()?, strict)
    }

    pub(crate) fn options(&self) -> Result<Options, Diagnostics> {
        self.run_options
            .read(self.options.as_ref(), self.names.as_ref())
    }

    pub(crate) fn generate_with(
        &self,
        options: &Options,
        strict: bool,
    ) -> Result<Generated, Diagnostics> {
        match openapi_rust_client_generator::generate(&self.spec, &self.overlays, options) {
            Ok(generated) if strict && !generated.warnings.is_empty() => {
                Err(generated.warnings.into_errors())
            }
            Err(problems) if strict => Err(problems.into_errors()),
            other => other,
        }
    }
}
