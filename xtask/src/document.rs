//! From document files to generated files.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
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
        let spec = self.read(&self.spec)?;
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

    fn read(&self, path: &Path) -> Result<Source> {
        let text = fs::read_to_string(self.folder.join(path)).with_context(|| {
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

/// A document that nothing can be generated from.
#[derive(Debug)]
pub(crate) struct Damaged(Diagnostics);

impl fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Damaged {}
