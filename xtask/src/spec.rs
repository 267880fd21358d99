//! The files of `spec/`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use openapi_rust_client::internal::Messages;
use openapi_rust_client_generator::{
    Code, Diagnostics, Generated, KeptNames, Options, Source, generate,
};

pub(crate) use xtask::SPEC;

/// Corrections of the document.
pub(crate) const OVERLAY: &str = "spec/runtime.overlay.yaml";
/// Descriptions of the document. They are kept even if the document no longer has their place.
pub(crate) const PROSE: &str = "spec/runtime.prose.overlay.yaml";
pub(crate) const OPTIONS: &str = "spec/runtime.options.yaml";
/// The origin of the document.
pub(crate) const LOCK: &str = "spec/runtime.lock";
/// The Rust names, which stay the same when the document changes.
pub(crate) const NAMES: &str = "spec/runtime.names.yaml";
pub(crate) const MANIFEST: &str = "generated-client/Cargo.toml";
pub(crate) const OUTPUT: &str = "generated-client/src/generated";
/// The generated test of the client.
pub(crate) const TESTS: &str = "generated-client/tests/operations.rs";
/// The name of the client's crate in Rust code.
pub(crate) const CRATE: &str = "botpress_runtime";

/// The generated files of the client, and the names in them, by path.
pub(crate) fn files(generated: &Generated) -> BTreeMap<String, String> {
    let code = generated.files.iter();
    let code = code.map(|(path, text)| (format!("{OUTPUT}/{path}"), text.clone()));
    let mut files: BTreeMap<String, String> = code.collect();
    let tests = generated.tests(CRATE);
    files.extend(tests.map(|text| (TESTS.to_owned(), text)));
    files.insert(NAMES.to_owned(), generated.names.to_yaml());
    files
}

/// A document with its descriptions, corrections and options.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) document: Source,
    pub(crate) prose: Option<Source>,
    pub(crate) corrections: Option<Source>,
    /// Removes what corrections add where it does not fit.
    pub(crate) exclusions: Option<Source>,
    pub(crate) options: Options,
}

impl Spec {
    /// Reads the files of a workspace. Without a document, it is empty.
    pub(crate) fn read(root: &Path, messages: Messages) -> Result<Self> {
        let invalid = |file: &str, problems: Diagnostics| match messages.report(&problems) {
            Ok(()) => anyhow!("{file} is not valid; no file was changed"),
            Err(error) => error,
        };
        let options = source(root, OPTIONS)?.as_ref().map(Options::read);
        let options = options
            .transpose()
            .map_err(|problems| invalid(OPTIONS, problems))?;
        let mut options = options.unwrap_or_default();
        let names = source(root, NAMES)?.as_ref().map(KeptNames::read);
        let names = names
            .transpose()
            .map_err(|problems| invalid(NAMES, problems))?;
        options.kept_names = names.unwrap_or_default();
        options.krate = Some(CRATE.to_owned());
        Ok(Self {
            document: source(root, SPEC)?.unwrap_or_else(|| Source::new(SPEC, "")),
            prose: source(root, PROSE)?,
            corrections: source(root, OVERLAY)?,
            exclusions: None,
            options,
        })
    }

    /// The overlays in the order of application. Descriptions come first, because they are about the document as published.
    pub(crate) fn overlays(&self) -> Vec<Source> {
        let overlays = self.prose.iter().chain(&self.corrections);
        overlays.chain(&self.exclusions).cloned().collect()
    }

    /// The document and its overlays, by their names.
    pub(crate) fn title(&self) -> String {
        let overlays = self.prose.iter().chain(&self.corrections);
        let overlays: Vec<_> = overlays.map(|overlay| &*overlay.name).collect();
        let overlays = if overlays.is_empty() {
            "without overlays".to_owned()
        } else {
            format!("with {}", overlays.join(" and "))
        };
        format!("{} {overlays}", self.document.name)
    }

    pub(crate) fn generate(&self) -> Result<Generated, Diagnostics> {
        generate(&self.document, &self.overlays(), &self.options)
    }
}

/// A file of the workspace; `None` if it does not exist.
pub(crate) fn source(root: &Path, path: &str) -> Result<Option<Source>> {
    match fs::read_to_string(root.join(path)) {
        Ok(text) => Ok(Some(Source::new(path, text))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {path}")),
    }
}

/// Takes the warnings about optional overlay actions that match nothing.
pub(crate) fn take_optional(warnings: &mut Diagnostics) -> Diagnostics {
    let mut optional = warnings.clone();
    optional.retain(|problem| problem.code == Code::OptionalAction);
    warnings.retain(|problem| problem.code != Code::OptionalAction);
    optional
}

/// Warnings about our own document are errors: they are mistakes of ours, or news.
pub(crate) fn strict(generated: Generated, messages: Messages) -> Result<Generated> {
    if generated.warnings.is_empty() {
        return Ok(generated);
    }
    messages.report(&generated.warnings.into_errors())?;
    bail!(
        "warnings about spec/ are errors; fix them, or list them in {OPTIONS} (create it if there is none) as `accepted-warnings`; no file was changed"
    );
}
