//! Texts with names.

use std::collections::BTreeSet;

use serde_json::Value;

use super::bundle::{Parsed, bundle};
use super::overlay;
use super::parse::{DEEPEST, parse};
use super::positions::Positions;
use super::version::Version;
use crate::diagnostics::Reporter;
use crate::options::Options;

/// A text in YAML or JSON, with the name that problems are reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Usually the path of the file, as the user gave it, with `/` between folders.
    pub name: String,
    /// What the file says.
    pub text: String,
    files: Vec<Source>,
}

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            files: Vec::new(),
        }
    }

    /// Attaches a file that this document refers to, or that such a file refers to. Its name is a path from where the
    /// path of the document starts: in `api/openapi.yaml`, `./pets.yaml` is the file `api/pets.yaml`.
    #[must_use]
    pub fn with_file(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.files.push(Self::new(name, text));
        self
    }

    /// Names of the files that this document, or a file attached to it, refers to, and that are not attached themselves.
    ///
    /// Once these are attached there may be more, until it is empty. It says nothing about a text that can't be read.
    ///
    /// ```
    /// use openapi_client_generator::Source;
    ///
    /// let document = "{openapi: 3.0.3, paths: {/pets: {$ref: paths/pets.yaml}}}";
    /// let mut document = Source::new("api/openapi.yaml", document);
    /// assert_eq!(document.missing_files(), ["api/paths/pets.yaml"]);
    /// document = document.with_file("api/paths/pets.yaml", "{parameters: [{$ref: ../limit.yaml}]}");
    /// assert_eq!(document.missing_files(), ["api/limit.yaml"]);
    /// ```
    pub fn missing_files(&self) -> Vec<String> {
        let sources = Sources::new(self, &[], None);
        let mut files = Vec::new();
        let mut version = Version::Old;
        for (index, source) in sources.documents() {
            match parse(source, index) {
                Ok(value) => {
                    if index == 0 {
                        version = Version::of(&value).unwrap_or(version);
                    }
                    files.push(Parsed::new(source, index, value, version));
                }
                Err(_) if index == 0 => return Vec::new(),
                Err(_) => {}
            }
        }
        let bundle = bundle(files, (&Options::default(), None), &Reporter::default());
        let missing = bundle.missing;
        let attached: BTreeSet<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        missing
            .into_iter()
            .filter(|name| !attached.contains(name.as_str()))
            .collect()
    }

    /// What the text says, as JSON; `None` if it is neither JSON nor YAML.
    pub fn to_json(&self) -> Option<Value> {
        parse(self, 0).ok()
    }

    pub(crate) fn positions(&self) -> Positions {
        Positions::of(&self.text, DEEPEST)
    }
}

/// All sources of a run: the document, its overlays, the files that are attached to it, and the options. Problems tell their
/// source by its index.
#[derive(Clone, Debug)]
pub(crate) struct Sources<'s> {
    all: Vec<&'s Source>,
    overlays: usize,
    /// The place of the options.
    options: Option<usize>,
}

impl<'s> Sources<'s> {
    pub(crate) fn new(
        document: &'s Source,
        overlays: &'s [Source],
        options: Option<&'s Source>,
    ) -> Self {
        let all = [document].into_iter().chain(overlays);
        let all = all.chain(&document.files).chain(options);
        let all: Vec<&'s Source> = all.collect();
        Self {
            overlays: overlays.len(),
            options: options.map(|_| all.len() - 1),
            all,
        }
    }

    pub(crate) fn all(&self) -> &[&'s Source] {
        &self.all
    }

    /// The document with its overlays, as it is written otherwise; null if it can't be read.
    pub(crate) fn overlaid(&self) -> Value {
        let reporter = Reporter::default();
        let mut document = parse(self.all[0], 0).unwrap_or_default();
        for (index, source) in self.overlays() {
            if let Ok(overlay) = parse(source, index) {
                overlay::apply(&mut document, &overlay, index, &reporter);
            }
        }
        document
    }

    /// The overlays, by their index.
    pub(super) fn overlays(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.indexed()
            .filter(|(index, _)| (1..=self.overlays).contains(index))
    }

    /// The document and the files that are attached to it, by their index.
    pub(super) fn documents(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.indexed()
            .filter(|(index, _)| !(1..=self.overlays).contains(index))
            .filter(|(index, _)| Some(*index) != self.options)
    }

    /// The place of the options, if they were read from a file.
    pub(super) fn options(&self) -> Option<usize> {
        self.options
    }

    fn indexed(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.all.iter().copied().enumerate()
    }
}
