//! Text to document: reading, overlays, other files, and all versions of OpenAPI brought to the shape of 3.0.

mod bundle;
mod grammar;
mod node;
mod origins;
mod overlay;
mod parse;
mod pointer;
mod positions;
mod source;
mod tree;
mod upgrade;
mod version;

use serde_json::Value;

pub(crate) use bundle::LeftOut;
pub(crate) use node::{Child, Node};
pub(crate) use origins::Origins;
pub(crate) use parse::parse;
pub(crate) use pointer::Pointer;
pub(crate) use positions::{Position, Positions};
pub use source::Source;
pub(crate) use source::Sources;

use crate::diagnostics::{Problem, Reporter};
use crate::options::Options;
use bundle::Parsed;
use version::Version;

/// An OpenAPI document with its overlays applied, in one piece.
#[derive(Debug)]
pub(crate) struct Document {
    root: Value,
    origins: Origins,
    left_out: LeftOut,
}

impl Document {
    /// Reads the document and what belongs to it, and brings it to the shape that the next stages know.
    pub(crate) fn load(
        sources: &Sources<'_>,
        options: &Options,
        reporter: &Reporter,
    ) -> Option<Self> {
        let kept =
            |read: Result<Value, Problem>| read.map_err(|problem| reporter.report(problem)).ok();
        let read = |(index, source)| Some((index, source, kept(parse::parse(source, index))?));
        let overlays: Vec<_> = sources.overlays().filter_map(read).collect();
        let mut files: Vec<_> = sources.documents().filter_map(read).collect();
        if reporter.has_errors() {
            return None;
        }
        let (_, _, root) = files.first_mut()?;
        let version = Version::check(root, reporter)?;
        for (index, _, overlay) in &overlays {
            overlay::apply(root, overlay, *index, reporter);
        }
        if reporter.has_errors() {
            return None;
        }
        let read = |(index, source, value)| Parsed::new(source, index, value, version);
        let files: Vec<Parsed<'_>> = files.into_iter().map(read).collect();
        let modern = files
            .iter()
            .filter(|file| file.modern)
            .map(|file| file.index)
            .collect();
        let mut bundle = bundle::bundle(files, (options, sources.options()), reporter);
        if reporter.has_errors() {
            return None;
        }
        let left_out = std::mem::take(&mut bundle.left_out);
        let (root, origins) = upgrade::upgrade(bundle, &modern, reporter);
        Some(Self {
            root,
            origins,
            left_out,
        })
    }

    pub(crate) fn root(&self) -> Node<'_> {
        Node {
            document: self,
            value: &self.root,
            pointer: Pointer::root(),
        }
    }

    pub(crate) fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        Some(Node {
            document: self,
            value: pointer.find(&self.root)?,
            pointer: pointer.clone(),
        })
    }

    /// Operations that are there only because others refer to parts of them, by path and method.
    pub(crate) fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// Where its nodes come from.
    pub(crate) fn origins(&self) -> &Origins {
        &self.origins
    }
}
