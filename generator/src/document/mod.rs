//! Text to document: parses it, applies overlays, bundles other files, and upgrades every version of OpenAPI to the form of
//! 3.0.

mod bundle;
mod components;
mod extensions;
mod fields;
mod grammar;
mod keyword;
mod missing;
mod near;
mod node;
mod nulls;
mod overlay;
mod overlays;
mod scalars;
mod trust;
mod upgrade;
mod version;

use serde_json::Value;

pub(crate) use bundle::LeftOut;
pub(crate) use fields::IS_MODERN;
pub(crate) use keyword::{BOUNDS, KEYWORDS, Keyword, Role, UNIONS, keyword};
pub(crate) use node::{Child, Node};
pub(crate) use overlays::Overlays;

use crate::diagnostics::{Problem, Reporter};
use crate::options::Options;
use crate::source::{Origins, Pointer, Sources, parse};
use bundle::Parsed;
use overlay::Overlay;
use trust::Trust;
use version::Version;

/// An OpenAPI document with its overlays applied and its files bundled.
#[derive(Debug)]
pub(crate) struct Document {
    root: Value,
    origins: Origins,
    left_out: LeftOut,
    trust: Trust,
}

impl Document {
    /// Loads the document with its overlays and files, and converts it to the form that the next stages expect. With `may_miss`,
    /// actions of overlays may match nothing.
    pub(crate) fn load(
        sources: &Sources<'_>,
        options: &Options,
        may_miss: bool,
        reporter: &Reporter,
    ) -> Option<Self> {
        let read = |(index, source)| {
            let report = |error| reporter.report(Problem::unreadable(error, index));
            Some((index, source, parse(source).map_err(report).ok()?))
        };
        let overlays: Vec<_> = sources.overlays().filter_map(read).collect();
        let mut files: Vec<_> = sources.documents().filter_map(read).collect();
        if reporter.has_errors() {
            return None;
        }
        let (_, _, root) = files.first_mut()?;
        let version = Version::check(root, reporter).ok()?;
        if !options.trust_document_extensions {
            trust::tag(root);
        }
        let mut is_complete = true;
        for (index, _, overlay) in &overlays {
            let overlay = Overlay {
                value: overlay,
                source: *index,
                may_miss,
            };
            is_complete &= overlay::apply(root, overlay, reporter, &mut |_, _| {}).is_ok();
        }
        if !is_complete {
            return None;
        }
        let trust = if options.trust_document_extensions {
            Trust::All
        } else {
            trust::untag(root)
        };
        // Problems of the document are reported even if an action fails.
        let of_overlays = reporter.errors();
        let read = |(index, source, value)| Parsed::new(source, index, value, version);
        let files: Vec<Parsed<'_>> = files.into_iter().map(read).collect();
        let modern = files
            .iter()
            .filter(|file| file.modern)
            .map(|file| file.index)
            .collect();
        let mut bundle = bundle::bundle(files, (options, sources.options()), reporter);
        if reporter.errors() > of_overlays {
            return None;
        }
        nulls::remove(&mut bundle, reporter);
        scalars::quote(&mut bundle, sources, reporter);
        let left_out = std::mem::take(&mut bundle.left_out);
        let (mut root, origins, regions) = upgrade::upgrade(bundle, &modern, reporter);
        fields::check(&root, &regions, modern.contains(&0), reporter);
        extensions::check(&root, reporter);
        trust::report(&mut root, &origins, &trust, reporter);
        Some(Self {
            root,
            origins,
            left_out,
            trust,
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

    /// Operations, by path and method, that are kept only because others refer to parts of them.
    pub(crate) fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// The origins of its nodes.
    pub(crate) fn origins(&self) -> &Origins {
        &self.origins
    }
}
