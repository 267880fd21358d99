//! The input of the generator in one run.

use openapi_rust_client_generator::Source;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Case {
    pub(super) document: File,
    pub(super) overlays: Vec<File>,
    pub(super) options: Option<File>,
    /// Files that the document may refer to.
    pub(super) files: Vec<File>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
}

impl Case {
    /// The document and its overlays.
    pub(super) fn sources(&self) -> (Source, Vec<Source>) {
        let files = self.files.iter();
        let document = files.fold(self.document.source(), |document, file| {
            document.with_file(&file.name, &file.text)
        });
        (document, self.overlays.iter().map(File::source).collect())
    }

    pub(super) fn all_files(&self) -> impl Iterator<Item = &File> {
        [&self.document]
            .into_iter()
            .chain(&self.overlays)
            .chain(&self.options)
            .chain(&self.files)
    }
}

impl File {
    pub(super) fn source(&self) -> Source {
        Source::new(&self.name, &self.text)
    }
}

/// Parses JSON or YAML. Text that the generator and these crates parse differently may be missed.
pub(super) fn parse(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text)
        .ok()
        .or_else(|| serde_yaml::from_str(text).ok())
}
