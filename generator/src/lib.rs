//! Turns an OpenAPI document into Rust: request and response types, and one client method for each operation.
//!
//! ```
//! use openapi_client_generator::{Options, Source, generate};
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
//! # Ok::<(), openapi_client_generator::Diagnostics>(())
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

pub use api::Dependency;
pub use diagnostics::{Code, Diagnostic, Diagnostics, Excerpt, OverlayAction, Severity};
pub use emit::HEADER;
pub use options::{
    AcceptedWarning, Features, ModulePath, ModulePathError, Options, Selector, SelectorError,
};
pub use outline::{Outline, outline};
pub use source::{Source, json_path_member};

use diagnostics::Reporter;
use document::Document;
use emit::Emitter;
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
    /// Statements that create a client and make a call, for the docs of a crate. They need `Client`, an async function and `?`.
    pub example: Option<String>,
    /// Number of operations; zero if only types were requested.
    pub operations: usize,
    /// Number of named types, not counting the inputs of operations.
    pub types: usize,
    /// Crates that the code needs in addition to the runtime, by name.
    pub dependencies: BTreeMap<String, Dependency>,
    /// Cargo features that parts of the code are behind. They are meant to be on by default.
    pub features: Vec<String>,
    /// Features of the crate `openapi-client-runtime` that the code needs.
    pub runtime_features: BTreeSet<&'static str>,
    /// Everything in the document that the code does not express.
    pub warnings: Diagnostics,
}

/// The document with the overlays applied to it in order, but otherwise unchanged; null if it cannot be parsed. Problems are ignored:
/// [`generate`] reports them.
pub fn overlaid(document: &Source, overlays: &[Source]) -> serde_json::Value {
    document::overlaid(&Sources::new(document, overlays, None))
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
    let reporter = Reporter::default();
    let sources = Sources::new(document, overlays, options.file());
    let located = |reporter: Reporter, origins: &Origins| {
        let is_complete = !reporter.has_errors();
        let overlaid = || document::overlaid(&sources);
        let mut problems = reporter.locate(&sources, origins, &overlaid);
        options.accept(&mut problems, is_complete);
        problems
    };
    let Some(document) = Document::load(&sources, options, &reporter) else {
        return Err(located(reporter, &Origins::default()));
    };
    let origins = document.origins();
    let api = lower::lower(&document, options, &reporter);
    if reporter.has_errors() {
        return Err(located(reporter, origins));
    }
    let analysis = analyze::analyze(&api, options, &reporter);
    if reporter.has_errors() {
        return Err(located(reporter, origins));
    }
    let names = names::choose(&api, &analysis, &reporter);
    let emitter = Emitter {
        api: &api,
        analysis: &analysis,
        names: &names,
        root: &options.root,
    };
    Ok(Generated {
        files: files::render(emitter),
        example: emit::example(emitter),
        runtime_features: emit::runtime_features(&api),
        operations: api.declared_operations(),
        types: api.types.len(),
        dependencies: api.dependencies,
        features: names.features().to_vec(),
        title: emit::description(&api.title).replace('\n', " "),
        version: api.version,
        description: emit::description(&api.description),
        warnings: located(reporter, origins),
    })
}
