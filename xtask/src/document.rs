//! From document files to generated files.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Result;
use openapi_rust_client::{Diagnostics, Generated, Options, Source};

/// A document and its overlays, as files. Relative paths are relative to `folder`, and problems are reported under the
/// paths as they are given.
pub(crate) struct Document {
    pub(crate) folder: PathBuf,
    pub(crate) spec: PathBuf,
    pub(crate) overlays: Vec<PathBuf>,
}

impl Document {
    /// Reads the files and generates.
    pub(crate) fn generate(&self) -> Result<Generated> {
        Ok(self.read()?.generate()?)
    }

    pub(crate) fn read(&self) -> Result<Sources> {
        let overlays = self.overlays.iter().map(|path| self.source(path));
        Ok(Sources {
            spec: self.source(&self.spec)?,
            overlays: overlays.collect::<Result<_>>()?,
        })
    }

    fn source(&self, path: &Path) -> Result<Source> {
        let text = fs::read_to_string(self.folder.join(path)).map_err(|error| {
            let help = match error.kind() {
                ErrorKind::NotFound => "; --spec and --overlay name other files",
                _ => "",
            };
            anyhow::Error::new(error).context(format!("cannot read {}{help}", path.display()))
        })?;
        // The same name on every system, so that reports can be compared.
        Ok(Source::new(
            path.display().to_string().replace('\\', "/"),
            text,
        ))
    }
}

/// The texts of a document and its overlays.
pub(crate) struct Sources {
    pub(crate) spec: Source,
    pub(crate) overlays: Vec<Source>,
}

impl Sources {
    pub(crate) fn generate(&self) -> Result<Generated, Damaged> {
        openapi_rust_client::generate(&self.spec, &self.overlays, &Options::default())
            .map_err(Damaged)
    }
}

/// A document that nothing can be generated from.
#[derive(Debug)]
pub(crate) struct Damaged(pub(crate) Diagnostics);

impl fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Damaged {}
