//! Options of a run: an options file, and additions from the command line.

#[cfg(feature = "cli")]
use std::path::Path;
use std::path::PathBuf;

use openapi_rust_client_generator::{Diagnostics, KeptNames, Options, Selector, Source};

#[cfg(feature = "cli")]
use crate::shell::quoted;

/// An options file, and additions to it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct RunOptions {
    /// Options file, YAML or JSON
    #[cfg_attr(feature = "cli", arg(long, value_name = "FILE"))]
    pub options: Option<PathBuf>,
    /// The folder that `options` is relative to.
    #[cfg_attr(feature = "cli", arg(skip))]
    pub folder: PathBuf,
    /// Another folder with files that a `$ref` may read; may be repeated [default: only the folder of the document]
    #[cfg_attr(feature = "cli", arg(long = "ref-folder", value_name = "DIR"))]
    pub ref_folders: Vec<PathBuf>,
    /// Generate only the selected operations: `operation: ID`, `tag: TAG` or `path: [METHOD ]PATH`; may be repeated
    #[cfg_attr(feature = "cli", arg(long, value_name = "SELECTOR"))]
    pub include: Vec<Selector>,
    /// Leave out the selected operations; may be repeated
    #[cfg_attr(feature = "cli", arg(long, value_name = "SELECTOR"))]
    pub exclude: Vec<Selector>,
    /// Let extensions in the document itself name crates, paths and environment variables: `x-rust-type` and `x-env`
    #[cfg_attr(feature = "cli", arg(long))]
    pub trust_document_extensions: bool,
    /// The names that the last run chose, relative to `folder`. The file need not exist.
    #[cfg_attr(feature = "cli", arg(skip))]
    pub names: Option<PathBuf>,
    /// The name of the crate in Rust code, if it is known.
    #[cfg_attr(feature = "cli", arg(skip))]
    pub krate: Option<String>,
    /// Generate only types, without a client: those of `components.schemas`, or those that the selected operations use
    #[cfg_attr(feature = "cli", arg(long))]
    pub types_only: bool,
}

impl RunOptions {
    /// The options of a file, without additions.
    pub fn of_file(options: Option<PathBuf>) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Combines the options in the text of the file with the additions and the names of the last run.
    pub fn read(
        &self,
        file: Option<&Source>,
        names: Option<&Source>,
    ) -> Result<Options, Diagnostics> {
        let mut options = file.map(Options::read).transpose()?.unwrap_or_default();
        options.kept_names = names.map(KeptNames::read).transpose()?.unwrap_or_default();
        options.krate.clone_from(&self.krate);
        options.include.extend(self.include.iter().cloned());
        options.exclude.extend(self.exclude.iter().cloned());
        options.types_only |= self.types_only;
        options.trust_document_extensions |= self.trust_document_extensions;
        Ok(options)
    }

    /// The arguments of the command that give the same options, for a shell. `name` is applied to the path of the file.
    #[cfg(feature = "cli")]
    pub(crate) fn arguments(&self, name: impl Fn(&Path) -> String) -> Vec<String> {
        let named = |option, path: &Path| format!("{option} {}", quoted(&name(path)));
        let file = self.options.iter().map(|path| named("--options", path));
        let folders = self.ref_folders.iter();
        let folders = folders.map(|path| named("--ref-folder", path));
        let selector = |option, it: &Selector| format!("{option} {}", quoted(&it.to_string()));
        let include = self.include.iter().map(|it| selector("--include", it));
        let exclude = self.exclude.iter().map(|it| selector("--exclude", it));
        let types_only = self.types_only.then(|| "--types-only".to_owned());
        let trust = self.trust_document_extensions;
        let trust = trust.then(|| "--trust-document-extensions".to_owned());
        let all = file.chain(folders).chain(include).chain(exclude);
        all.chain(types_only).chain(trust).collect()
    }
}
