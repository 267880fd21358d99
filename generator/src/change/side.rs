//! One of the two versions.

use std::collections::BTreeSet;

use crate::analyze::Analysis;
use crate::api::{Api, Type, TypeId};
use crate::document::Document;
use crate::emit::{Emitter, Signatures};
use crate::names::Names;
use crate::source::Sources;

pub(crate) struct Side<'a> {
    pub(crate) sources: &'a Sources<'a>,
    pub(crate) document: &'a Document,
    pub(crate) api: &'a Api,
    pub(crate) analysis: &'a Analysis,
    pub(crate) names: &'a Names,
    pub(super) signatures: Signatures<'a>,
    /// Types that are sent.
    pub(super) sent: BTreeSet<TypeId>,
}

impl<'a> Side<'a> {
    pub(crate) fn new(
        sources: &'a Sources<'a>,
        document: &'a Document,
        emitter: &'a Emitter<'a>,
    ) -> Self {
        Self {
            sources,
            document,
            api: emitter.api,
            analysis: emitter.analysis,
            names: emitter.names,
            signatures: Signatures::new(emitter),
            sent: emitter.api.sent(),
        }
    }

    /// The Rust name of a type.
    pub(super) fn ident(&self, id: TypeId) -> &'a str {
        &self.names.of_type(id).ident
    }

    /// Whether a property or a variant of a type, by its index, is in a `Box`.
    pub(super) fn is_boxed(&self, id: TypeId, index: usize) -> bool {
        self.analysis.boxed.contains(&(id, index))
    }

    pub(super) fn spelled(&self, ty: &Type) -> String {
        self.signatures.value(ty)
    }
}
