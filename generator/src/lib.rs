//! Turns an OpenAPI document into Rust: request and response types, and one client method for each operation.
//!
//! ```
//! use openapi_rust_client_generator::{Options, Source, generate};
//!
//! let document = Source::new(
//!     "ping.yaml",
//!     "
//! openapi: 3.0.3
//! info: {title: Ping, version: '1'}
//! paths:
//!   /ping:
//!     get:
//!       operationId: ping
//!       responses:
//!         '200':
//!           description: The service is up.
//!           content: {application/json: {schema: {type: object}}}
//! ",
//! );
//! let generated = generate(&document, &[], &Options::default())?;
//! assert!(generated.files["client.rs"].contains("pub fn ping(&self) -> Call<Ping>"));
//! # Ok::<(), openapi_rust_client_generator::Diagnostics>(())
//! ```
//!
//! The files make up a module of a crate that depends on `openapi-client-runtime`, which is written by hand and is the same for
//! every API.
//!
//! # How it works
//!
//! Data flows one way, from text to a document, a model of the API, names and Rust code. `ARCHITECTURE.md` in the repository lists
//! the stages.
//!
//! # Problems
//!
//! All problems are reported at once, both errors and [`Generated::warnings`]. A [`Diagnostic`] says what is wrong, where it is,
//! and what to do about it, often with an overlay action that fixes it. Its [`Code`] is the kind of problem; all kinds are
//! listed there. The caller decides how to present it: a diagnostic contains the source line as an [`Excerpt`], and can be
//! serialized.

mod analyze;
mod api;
mod change;
mod diagnostics;
mod document;
mod emit;
mod files;
mod format;
mod lower;
mod method;
mod names;
mod options;
mod outline;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use api::Dependency;
pub use change::{Change, ChangeKind, Comparison, Place, Verdict};
pub use diagnostics::{
    Code, Diagnostic, Diagnostics, Excerpt, OverlaidNode, OverlayAction, Severity,
};
pub use emit::{Example, HEADER};
pub use options::{
    AcceptedWarning, Features, KeptNames, ModulePath, ModulePathError, Options, Selector,
    SelectorError,
};
pub use outline::{Outline, outline};
pub use source::{Source, json_path_member};

use analyze::Analysis;
use api::Api;
use change::Side;
use diagnostics::Reporter;
use document::{Document, Overlays};
use emit::Emitter;
use names::Names;
use source::{Origins, Sources};

/// The result of a run.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// File contents by path, relative to the folder of the generated module, with `/` between folders.
    pub files: BTreeMap<String, String>,
    /// `info.title` of the document, on one line and safe in a doc comment.
    pub title: String,
    /// `info.version` of the document.
    pub version: String,
    /// `info.description` of the document, safe in a doc comment; empty if there is none.
    pub description: String,
    /// Code for examples in the docs of a crate.
    pub example: Example,
    tests: Option<String>,
    /// Number of operations; zero if only types were requested.
    pub operations: usize,
    /// Number of named types, not counting the inputs of operations.
    pub types: usize,
    /// Crates that the code needs in addition to the runtime, by name.
    pub dependencies: BTreeMap<String, Dependency>,
    /// Environment variables that the client reads if its user asks for it, each with the pointer to the `x-env` that names it.
    pub environment: BTreeMap<String, String>,
    /// Cargo features that parts of the code are behind. They are meant to be on by default.
    pub features: Vec<String>,
    /// Features of the crate `openapi-client-runtime` that the code needs.
    pub runtime_features: BTreeSet<&'static str>,
    /// The names of types, operations and their members, to keep in later versions: [`Options::kept_names`].
    pub names: KeptNames,
    /// Everything in the document that the code does not express.
    pub warnings: Diagnostics,
}

impl Generated {
    /// A test that calls each operation, and reads and writes each type, with made-up values: a file in the folder `tests` of the
    /// crate with this name in code. `None` without operations.
    pub fn tests(&self, krate: &str) -> Option<String> {
        let text = self.tests.as_ref()?;
        Some(text.replace("\nuse crate::", &format!("\nuse {krate}::")))
    }
}

/// The document with the overlays applied to it in order, but otherwise unchanged; null if it cannot be parsed. Problems are ignored:
/// [`generate`] reports them.
pub fn overlaid(document: &Source, overlays: &[Source]) -> serde_json::Value {
    Overlays::of(&Sources::new(document, overlays, None)).apply()
}

/// Generates the files for a document, after applying the overlays to it in order.
///
/// This function uses no disk, clock or network: the same input gives the same bytes.
///
/// # Errors
///
/// Returns all problems, warnings included, if at least one of them is an error. No files are generated then.
pub fn generate(
    document: &Source,
    overlays: &[Source],
    options: &Options,
) -> Result<Generated, Diagnostics> {
    let version = Version {
        document,
        overlays,
        options,
    };
    let of_all = version.kept_names_of_all();
    let mut kept = options.kept_names.clone();
    kept.extend(of_all.without_client());
    let model = Model::load(version, &kept, false)?;
    let mut names = model.names.kept().clone();
    names.extend(of_all);
    let emitter = model.emitter();
    let environment = analyze::variables(&model.api, &model.analysis.client_headers);
    let environment = environment.into_iter();
    Ok(Generated {
        environment: environment
            .map(|(variable, at)| (variable, at.to_fragment()))
            .collect(),
        files: files::render(emitter),
        example: emit::example(emitter),
        tests: emit::tests(emitter),
        runtime_features: emit::runtime_features(&model.api),
        operations: model.api.declared_operations(),
        types: model.api.types.len(),
        features: model.names.features().to_vec(),
        names,
        title: emit::description(&model.api.title).replace('\n', " "),
        description: emit::description(&model.api.description),
        dependencies: model.api.dependencies,
        version: model.api.version,
        warnings: model.warnings,
    })
}

/// One version of an API: what [`generate`] takes.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "it is made of the arguments of `generate`"
)]
pub struct Version<'a> {
    /// The document.
    pub document: &'a Source,
    /// Overlays, which are applied in order.
    pub overlays: &'a [Source],
    /// Options.
    pub options: &'a Options,
}

impl Version<'_> {
    /// The kept names of the whole document if the options leave parts of it out, so that a run with other options finds them again.
    /// Names of what the document no longer has are not kept.
    fn kept_names_of_all(self) -> KeptNames {
        let kept = &self.options.kept_names;
        if !self.options.leaves_out(kept) {
            return KeptNames::default();
        }
        let options = self.options.without_selection();
        let all = Version {
            options: &options,
            ..self
        };
        match Model::load(all, kept, true) {
            Ok(model) => model.names.kept().only(kept),
            // The problems may be in parts that are left out.
            Err(_) => kept.clone(),
        }
    }
}

/// A version that cannot be compared.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CompareError {
    /// The problems of the old version.
    Old(Diagnostics),
    /// The problems of the new version.
    New(Diagnostics),
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Old(problems) => write!(f, "the old version has problems:\n{problems}"),
            Self::New(problems) => write!(f, "the new version has problems:\n{problems}"),
        }
    }
}

impl std::error::Error for CompareError {}

/// Compares two versions of an API as programs that use the generated code meet them.
///
/// # Errors
///
/// Returns all problems of a version from which nothing can be generated.
pub fn compare(old: Version<'_>, new: Version<'_>) -> Result<Comparison, CompareError> {
    // An overlay is often for one of the versions.
    let load = |version, kept: &KeptNames| Model::load(version, kept, true);
    let old = load(old, &old.options.kept_names).map_err(CompareError::Old)?;
    // The new version is generated with the names of the old one.
    let new = load(new, old.names.kept()).map_err(CompareError::New)?;
    let emitters = (old.emitter(), new.emitter());
    let mut comparison = change::compare(
        &Side::new(&old.sources, &old.document, &emitters.0),
        &Side::new(&new.sources, &new.document, &emitters.1),
    );
    comparison.unmatched = [old.warnings, new.warnings];
    Ok(comparison)
}

/// Everything about a version that code is written from.
struct Model<'a> {
    sources: Sources<'a>,
    document: Document,
    root: &'a ModulePath,
    krate: Option<&'a str>,
    api: Api,
    analysis: Analysis,
    names: Names,
    warnings: Diagnostics,
}

impl<'a> Model<'a> {
    /// Reads a version; `Err` with all problems if one of them is an error. With `may_miss`, actions of overlays may match nothing.
    fn load(version: Version<'a>, kept: &KeptNames, may_miss: bool) -> Result<Self, Diagnostics> {
        let Version {
            document,
            overlays,
            options,
        } = version;
        let reporter = Reporter::default();
        let sources = Sources::new(document, overlays, options.file());
        let located = |reporter: Reporter, origins: &Origins| {
            let is_complete = !may_miss && !reporter.has_errors();
            let mut problems = reporter.locate(&sources, origins, &Overlays::of(&sources));
            options.accept(&mut problems, is_complete);
            problems
        };
        let Some(document) = Document::load(&sources, options, may_miss, &reporter) else {
            return Err(located(reporter, &Origins::default()));
        };
        let origins = document.origins();
        let api = lower::lower(&document, options, kept, &reporter);
        if reporter.has_errors() {
            return Err(located(reporter, origins));
        }
        let analysis = analyze::analyze(&api, options, kept, &reporter);
        if reporter.has_errors() {
            return Err(located(reporter, origins));
        }
        let names = names::choose(&api, &analysis, kept, &reporter);
        if may_miss {
            // A comparison has no other warnings, and finding their lines takes a while.
            reporter.keep(Code::OptionalAction);
        }
        let warnings = located(reporter, origins);
        Ok(Self {
            sources,
            document,
            root: &options.root,
            krate: options.krate.as_deref(),
            api,
            analysis,
            names,
            warnings,
        })
    }

    fn emitter(&self) -> Emitter<'_> {
        Emitter {
            api: &self.api,
            analysis: &self.analysis,
            names: &self.names,
            root: self.root,
            krate: self.krate,
        }
    }
}
