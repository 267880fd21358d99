//! Named sources, and the files that are attached to them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parse;

/// A YAML or JSON text, with the name that problems are reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Usually the path of the file as the user gave it, with `/` between folders.
    pub name: String,
    /// The contents of the file.
    pub text: String,
    files: Vec<Source>,
    refused: BTreeMap<String, Refusal>,
}

/// The reason why a file is not attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) reason: String,
    pub(crate) help: String,
}

impl Source {
    /// Creates a source from its name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            files: Vec::new(),
            refused: BTreeMap::new(),
        }
    }

    /// Attaches a file that this document refers to, directly or through another file. Its name is relative to the same folder as
    /// the name of the document: `./pets.yaml` in `api/openapi.yaml` is the file `api/pets.yaml`.
    #[must_use]
    pub fn with_file(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.files.push(Self::new(name, text));
        self
    }

    /// Notes why a file that this document refers to is not attached. The reason ends the sentence "… refers to the file `name`,
    /// which …", and the help states the fix.
    #[must_use]
    pub fn with_refused_file(
        mut self,
        name: impl Into<String>,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let refusal = Refusal {
            reason: reason.into(),
            help: help.into(),
        };
        self.refused.insert(name.into(), refusal);
        self
    }

    /// The value of the text, as JSON; `None` if it is neither valid JSON nor valid YAML.
    pub fn to_json(&self) -> Option<Value> {
        parse(self).ok()
    }

    /// The attached files.
    pub(crate) fn files(&self) -> &[Source] {
        &self.files
    }

    /// The reason why a file is not attached.
    pub(crate) fn refusal(&self, name: &str) -> Option<&Refusal> {
        self.refused.get(name)
    }

    /// Whether problems may show lines of this attached file. A document can refer to any file, such as one with passwords.
    fn may_be_shown(&self, is_api: impl Fn(&Value) -> bool) -> bool {
        parse(self).is_ok_and(|value| is_api(&value))
    }
}

/// All sources of a run: the document, its overlays, the attached files, and the options. Problems refer to their source by its
/// index.
#[derive(Clone, Debug)]
pub(crate) struct Sources<'s> {
    all: Vec<&'s Source>,
    overlays: usize,
    /// The index of the options.
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

    pub(crate) fn has_overlays(&self) -> bool {
        self.overlays > 0
    }

    /// The overlays, with their indices.
    pub(crate) fn overlays(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.indexed()
            .filter(|(index, _)| (1..=self.overlays).contains(index))
    }

    /// The document and its attached files, with their indices.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.indexed()
            .filter(|(index, _)| !(1..=self.overlays).contains(index))
            .filter(|(index, _)| Some(*index) != self.options)
    }

    /// The index of the options, if they were read from a file.
    pub(crate) fn options(&self) -> Option<usize> {
        self.options
    }

    /// Whether problems may show lines of a source, which for attached files is only so if they are a part of an API.
    pub(crate) fn may_be_shown(&self, index: usize, is_api: impl Fn(&Value) -> bool) -> bool {
        let is_attached = index > self.overlays && Some(index) != self.options;
        !is_attached || self.all[index].may_be_shown(is_api)
    }

    fn indexed(&self) -> impl Iterator<Item = (usize, &'s Source)> {
        self.all.iter().copied().enumerate()
    }
}
