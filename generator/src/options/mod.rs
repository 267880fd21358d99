//! What a caller may choose.

mod module_path;
mod read;
mod selector;

use serde::{Deserialize, Serialize};

use crate::source::{Pointer, Source};
pub use module_path::{ModulePath, ModulePathError};
pub(crate) use selector::Subject;
pub use selector::{Selector, SelectorError};

/// Choices of a run. The default is right for most documents.
///
/// As a file, in YAML or JSON, they have the same names with dashes:
///
/// ```
/// use openapi_client_generator::{Options, Source};
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
/// # Ok::<(), openapi_client_generator::Diagnostics>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The operations that are generated, those that any of these selects; all if there is none.
    ///
    /// With this or [`exclude`](Self::exclude), what the operations that are left do not use is left out as well: schemas,
    /// security schemes, webhooks, and whatever would be wrong with any of them.
    pub include: Vec<Selector>,
    /// The operations that are left out, even if [`include`](Self::include) selects them.
    pub exclude: Vec<Selector>,
    /// Whether only types are generated, those of `components.schemas`, and no client. With [`include`](Self::include) or
    /// [`exclude`](Self::exclude), they are those that the selected operations use.
    pub types_only: bool,
    /// Which parts of the crate are behind features of Cargo.
    pub features: Features,
    /// The module under which the generated code finds its own modules `types` and `operations` and its types `Client` and
    /// `Call`: `crate` if the root of the crate re-exports them, or else the module that they make up, such as `crate::api`.
    pub root: ModulePath,
    /// The file that they were read from.
    #[serde(skip)]
    file: Option<Source>,
}

/// What the features of Cargo are that operations are behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Features {
    /// There are none: all operations are always there.
    #[default]
    None,
    /// One for each tag of the document, all of them on by default. An operation is there with any of its tags, and always if
    /// it has none; a type is there with any operation that needs it. A program that names the features it wants compiles faster.
    Tags,
}

impl Options {
    /// Whether only some of the operations are wanted.
    pub(crate) fn has_selectors(&self) -> bool {
        !(self.include.is_empty() && self.exclude.is_empty())
    }

    /// Whether anything of a document may be left out.
    pub(crate) fn selects(&self) -> bool {
        self.types_only || self.has_selectors()
    }

    /// The file that they were read from.
    pub(crate) fn file(&self) -> Option<&Source> {
        self.file.as_ref()
    }

    /// Where a selector stands in the file; `None` if it was added later.
    pub(crate) fn place_of(
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
