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
//!           description: It is there.
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
//! Data flows one way, and what a stage returns is all that the next one sees:
//!
//! | stage | from | to |
//! |---|---|---|
//! | `source` | text | a tree of values, and where each is; nothing here knows OpenAPI |
//! | `document` | trees | a document, overlays applied, `$ref`s within reach |
//! | `lower` | document | the model in `api`: operations and types, nothing of OpenAPI's syntax |
//! | `analyze` | API | what can be said only of the whole: boxes, inputs, client headers, pages |
//! | `names` | API, analysis | every Rust name, chosen in one place |
//! | `emit` | API, analysis, names | tokens, one small module for each kind of artefact |
//! | `files` | tokens | formatted texts |
//!
//! `document`, `lower` and `analyze` report problems, always with a place; the stages after them cannot fail. `diagnostics` and
//! `options` come after `source` and know none of the other stages.
//!
//! # Problems
//!
//! All problems are told at once, errors and [`Generated::warnings`] alike. A [`Diagnostic`] says what is wrong, where, and what
//! to do, often by an action of an overlay that does it. Its [`Code`] says of which kind it is: the kinds are listed there.
//! How it looks is left to whoever shows it: there is the line with the place in it, and everything can be serialized.

mod analyze;
mod api;
mod diagnostics;
mod document;
mod emit;
mod files;
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
pub use options::{Features, ModulePath, ModulePathError, Options, Selector, SelectorError};
pub use outline::{Outline, outline};
pub use source::Source;

use diagnostics::Reporter;
use document::Document;
use emit::Emitter;
use source::{Origins, Sources};

/// What a run gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// Texts by path, relative to the folder of the module `generated`, with `/` between folders.
    pub files: BTreeMap<String, String>,
    /// `info.title` of the document, in one line that is fit for a doc comment.
    pub title: String,
    /// `info.version` of the document.
    pub version: String,
    /// `info.description` of the document, fit for a doc comment; empty if there is none.
    pub description: String,
    /// How many operations there are; none if only types were asked for.
    pub operations: usize,
    /// How many types have a name of their own, beside the inputs of operations.
    pub types: usize,
    /// Crates that the code needs beside those of the runtime, by name.
    pub dependencies: BTreeMap<String, Dependency>,
    /// Features of the crate that parts of the code are behind, which are to be on by default.
    pub features: Vec<String>,
    /// Features of the crate `openapi-client-runtime` that the code needs.
    pub runtime_features: BTreeSet<&'static str>,
    /// What the document says and the code does not.
    pub warnings: Diagnostics,
}

/// Generates the files for a document, after applying overlays to it in their order.
///
/// It touches no disk, no clock and no network: the same input gives the same bytes.
///
/// # Errors
///
/// All problems that were found, if one of them is an error. There are no files then.
pub fn generate(
    document: &Source,
    overlays: &[Source],
    options: &Options,
) -> Result<Generated, Diagnostics> {
    let reporter = Reporter::default();
    let sources = Sources::new(document, overlays, options.file());
    let overlaid = || document::overlaid(&sources);
    let Some(document) = Document::load(&sources, options, &reporter) else {
        return Err(reporter.locate(&sources, &Origins::default(), &overlaid));
    };
    let origins = document.origins();
    let api = lower::lower(&document, options, &reporter);
    if reporter.has_errors() {
        return Err(reporter.locate(&sources, origins, &overlaid));
    }
    let analysis = analyze::analyze(&api, options, &reporter);
    if reporter.has_errors() {
        return Err(reporter.locate(&sources, origins, &overlaid));
    }
    let names = names::choose(&api, &analysis);
    let files = files::render(Emitter {
        api: &api,
        analysis: &analysis,
        names: &names,
        root: &options.root,
    });
    Ok(Generated {
        files,
        runtime_features: emit::runtime_features(&api),
        operations: api.declared_operations(),
        types: api.types.len(),
        dependencies: api.dependencies,
        features: names.features().to_vec(),
        title: emit::description(&api.title).replace('\n', " "),
        version: api.version,
        description: emit::description(&api.description),
        warnings: reporter.locate(&sources, origins, &overlaid),
    })
}
