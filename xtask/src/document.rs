//! From document files to generated files.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use openapi_rust_client::{Diagnostics, Generated, Options, Source};

/// A document and its overlays, as files. Relative paths are relative to `folder`, and problems are reported under the
/// paths as they are given.
pub(crate) struct Document {
    pub(crate) folder: PathBuf,
    pub(crate) spec: PathBuf,
    pub(crate) overlays: Vec<PathBuf>,
}

impl Document {
    /// Reads the files and generates. Warnings go to standard error.
    pub(crate) fn generate(&self) -> Result<Generated> {
        let spec = self.spec()?;
        let overlays = self
            .overlays
            .iter()
            .map(|path| self.read(path))
            .collect::<Result<Vec<_>>>()?;
        let generated = openapi_rust_client::generate(&spec, &overlays, &Options::default())
            .map_err(Damaged)?;
        if !generated.warnings.is_empty() {
            eprintln!("{}", generated.warnings.to_string().trim_end());
        }
        Ok(generated)
    }

    /// The document with the files that it refers to. What is not there is told with the place that refers to it.
    fn spec(&self) -> Result<Source> {
        let mut spec = self.read(&self.spec)?;
        let mut tried = BTreeSet::new();
        loop {
            let missing = spec.missing_files().into_iter();
            let missing: Vec<_> = missing.filter(|name| tried.insert(name.clone())).collect();
            if missing.is_empty() {
                return Ok(spec);
            }
            for name in missing {
                let path = self.folder.join(&name);
                if path.is_file() {
                    spec = spec.with_file(
                        &name,
                        read_text(&path).with_context(|| format!("cannot read {name}"))?,
                    );
                }
            }
        }
    }

    fn read(&self, path: &Path) -> Result<Source> {
        let text = read_text(&self.folder.join(path)).with_context(|| {
            format!(
                "cannot read {}; --spec and --overlay name other files",
                path.display()
            )
        })?;
        // The same name on every system, so that reports can be compared.
        Ok(Source::new(
            path.display().to_string().replace('\\', "/"),
            text,
        ))
    }
}

fn read_text(path: &Path) -> Result<String> {
    let bytes = fs::read(path)?;
    // A document starts with two characters that UTF-8 writes in one byte each.
    if matches!(
        bytes.as_slice(),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, ..] | [_, 0, ..]
    ) {
        bail!("it is a text in UTF-16; save it in UTF-8");
    }
    String::from_utf8(bytes).context("it is no text in UTF-8")
}

/// A document that nothing can be generated from.
#[derive(Debug)]
pub(crate) struct Damaged(Diagnostics);

impl fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Damaged {}
