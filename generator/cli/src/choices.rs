//! What of a document is generated, and how: a file of options, and what the command line adds to it.

use std::path::{Path, PathBuf};

use openapi_client_generator::{Diagnostics, Options, Selector, Source};

#[derive(Clone, Debug, Default, clap::Args)]
pub struct Choices {
    /// Options, YAML or JSON
    #[arg(long, value_name = "FILE")]
    pub options: Option<PathBuf>,
    /// What the path of that file is relative to.
    #[arg(skip)]
    pub folder: PathBuf,
    /// Generate only what is selected, `operation: ID`, `tag: TAG` or `path: [METHOD ]PATH`; may be repeated
    #[arg(long, value_name = "SELECTOR")]
    include: Vec<Selector>,
    /// Leave out what is selected; may be repeated
    #[arg(long, value_name = "SELECTOR")]
    exclude: Vec<Selector>,
    /// Generate only the types of `components.schemas`, or those that the selected operations use, and no client
    #[arg(long)]
    types_only: bool,
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
