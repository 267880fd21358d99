//! Options of a run: a file of options, and what the command line adds to it.

use std::path::{Path, PathBuf};

use openapi_client_generator::{Diagnostics, Options, Selector, Source};

/// Options of a run.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Choices {
    /// Options, YAML or JSON
    #[cfg_attr(feature = "cli", arg(long, value_name = "FILE"))]
    pub options: Option<PathBuf>,
    /// The folder that the path of that file is relative to.
    #[cfg_attr(feature = "cli", arg(skip))]
    pub folder: PathBuf,
    /// Generate only what is selected, `operation: ID`, `tag: TAG` or `path: [METHOD ]PATH`; may be repeated
    #[cfg_attr(feature = "cli", arg(long, value_name = "SELECTOR"))]
    pub include: Vec<Selector>,
    /// Leave out what is selected; may be repeated
    #[cfg_attr(feature = "cli", arg(long, value_name = "SELECTOR"))]
    pub exclude: Vec<Selector>,
    /// Generate only the types of `components.schemas`, or those that the selected operations use, and no client
    #[cfg_attr(feature = "cli", arg(long))]
    pub types_only: bool,
}

impl Choices {
    /// A file of options alone.
    pub fn of_file(options: Option<PathBuf>) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// The options, given the text of their file.
    pub fn read(&self, file: Option<&Source>) -> Result<Options, Diagnostics> {
        let mut options = file.map(Options::read).transpose()?.unwrap_or_default();
        options.include.extend(self.include.iter().cloned());
        options.exclude.extend(self.exclude.iter().cloned());
        options.types_only |= self.types_only;
        Ok(options)
    }

    /// The same choices as arguments of a command, with `name` for the file.
    pub fn arguments(&self, name: impl Fn(&Path) -> String) -> Vec<String> {
        let file = self.options.iter();
        let file = file.map(|path| format!("--options {}", name(path)));
        let include = self.include.iter().map(|it| format!("--include '{it}'"));
        let exclude = self.exclude.iter().map(|it| format!("--exclude '{it}'"));
        let types_only = self.types_only.then(|| "--types-only".to_owned());
        let all = file.chain(include).chain(exclude).chain(types_only);
        all.collect()
    }
}
