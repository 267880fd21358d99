//! Options of a run.

mod accepted;
mod kept_names;
mod module_path;
mod read;
mod selector;

use serde::{Deserialize, Serialize};

use crate::source::{Pointer, Source};
pub use accepted::AcceptedWarning;
pub use kept_names::KeptNames;
pub(crate) use kept_names::{Key, NameKind};
pub use module_path::{ModulePath, ModulePathError};
pub(crate) use selector::Subject;
pub use selector::{Selector, SelectorError};

/// Options of a run. The defaults suit most documents.
///
/// In a YAML or JSON file, the options have the same names in kebab case:
///
/// ```
/// use openapi_rust_client_generator::{Options, Source};
///
/// let text = "
/// include:
///   - tag: users
///   - path: GET /teams/**
/// exclude:
///   - operation: deleteUser
/// ";
/// let options = Options::read(&Source::new("options.yaml", text))?;
/// assert!(options.include[1].to_string() == "path: GET /teams/**");
/// # Ok::<(), openapi_rust_client_generator::Diagnostics>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The operations to generate: those that at least one of these selectors matches, or all if there are no selectors.
    ///
    /// With this or [`exclude`](Self::exclude), everything that the remaining operations do not use is left out as well: schemas,
    /// security schemes and webhooks. Problems in those parts are not reported.
    pub include: Vec<Selector>,
    /// The operations to leave out, even if [`include`](Self::include) selects them.
    pub exclude: Vec<Selector>,
    /// Whether to generate only the types of `components.schemas`, without a client. With [`include`](Self::include) or
    /// [`exclude`](Self::exclude), only the types that the selected operations use.
    pub types_only: bool,
    /// Cargo features for parts of the crate.
    pub features: Features,
    /// Whether extensions in the document itself count even if they reach the code, its manifest or the environment:
    /// `x-rust-type` and `x-env`. Without this they count only in overlays, because a document may come from a stranger.
    pub trust_document_extensions: bool,
    /// Path of the module that contains the generated modules `types` and `operations` and the types `Client` and `Call`: `crate`
    /// if the crate root re-exports them, or else the generated module itself, such as `crate::api`.
    pub root: ModulePath,
    /// Warnings that are known and not reported. One that does not occur is reported itself.
    pub accepted_warnings: Vec<AcceptedWarning>,
    /// Names of an earlier version of the document, from [`Generated::names`](crate::Generated::names).
    /// A run for parts of the document returns the names of the other parts, too.
    #[serde(skip)]
    pub kept_names: KeptNames,
    /// The name of the crate in Rust code, for the examples in its docs. Without it, they are not compiled.
    #[serde(skip)]
    pub krate: Option<String>,
    /// The file that the options were read from.
    #[serde(skip)]
    file: Option<Source>,
}

/// The Cargo features that operations are behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Features {
    /// No features: all operations are always available.
    #[default]
    None,
    /// One feature for each tag of the document, all on by default. An operation is available with any of its tags, or always if
    /// it has no tags. A type is available with any operation that needs it. A program that enables only the features that it
    /// uses compiles faster.
    Tags,
}

impl Options {
    /// Whether there are selectors, so that only some of the operations are generated.
    pub(crate) fn has_selectors(&self) -> bool {
        !(self.include.is_empty() && self.exclude.is_empty())
    }

    /// Whether parts of the document may be left out.
    pub(crate) fn selects(&self) -> bool {
        self.types_only || self.has_selectors()
    }

    /// Whether something that has one of these names may be left out.
    pub(crate) fn leaves_out(&self, kept: &KeptNames) -> bool {
        let has_no_features = self.features == Features::None;
        (self.selects() && !kept.is_empty()) || (has_no_features && kept.has_features())
    }

    /// The same for everything in the document.
    pub(crate) fn without_selection(&self) -> Self {
        Self {
            include: Vec::new(),
            exclude: Vec::new(),
            types_only: false,
            features: Features::Tags,
            ..self.clone()
        }
    }

    /// The file that the options were read from.
    pub(crate) fn file(&self) -> Option<&Source> {
        self.file.as_ref()
    }

    /// Location of a selector in the file; `None` if it was added later.
    pub(crate) fn location_of(
        &self,
        list: &str,
        index: usize,
        selector: &Selector,
    ) -> Option<Pointer> {
        let at = Pointer::root().join(list).join(index.to_string());
        let root = self.file.as_ref()?.to_json()?;
        let written = Selector::deserialize(&root[list][index]).ok()?;
        (written == *selector).then_some(at)
    }
}
