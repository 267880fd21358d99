//! One of the two versions.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::Analysis;
use crate::api::{Api, Type, TypeId};
use crate::document::Document;
use crate::emit::{Emitter, Signatures};
use crate::names::Names;
use crate::source::{Pointer, Sources};

pub(crate) struct Side<'a> {
    pub(crate) sources: &'a Sources<'a>,
    pub(crate) document: &'a Document,
    pub(crate) api: &'a Api,
    pub(crate) analysis: &'a Analysis,
    pub(crate) names: &'a Names,
    pub(super) signatures: Signatures<'a>,
    /// The schemas of types that references name.
    pub(super) named: BTreeSet<Pointer>,
    /// Types that are sent.
    pub(super) sent: BTreeSet<TypeId>,
    /// Types that are received.
    pub(super) received: BTreeSet<TypeId>,
}

impl<'a> Side<'a> {
    pub(crate) fn new(
        sources: &'a Sources<'a>,
        document: &'a Document,
        emitter: &'a Emitter<'a>,
    ) -> Self {
        // Without operations, only programs know what they do with a type.
        let all = |of_operations: BTreeSet<TypeId>| {
            if emitter.api.has_client() {
                of_operations
            } else {
                emitter.api.type_ids().collect()
            }
        };
        let places = emitter.api.types.values().map(|def| &def.at);
        let named = places.filter(|at| at.is_component_schema());
        Self {
            sources,
            document,
            api: emitter.api,
            analysis: emitter.analysis,
            names: emitter.names,
            signatures: Signatures::new(emitter),
            named: named.cloned().collect(),
            sent: all(emitter.api.sent()),
            received: all(emitter.api.received()),
        }
    }

    /// The Rust name of a type.
    pub(super) fn ident(&self, id: TypeId) -> &'a str {
        &self.names.of_type(id).ident
    }

    /// A type without the difference between short and full paths of the runtime's types, which depends on the names of others.
    /// Types of the API get a path, with new names.
    pub(super) fn canonical(&self, ty: &str, renamed: &BTreeMap<String, String>) -> String {
        let is_word = |char: char| char.is_alphanumeric() || "_:".contains(char);
        let mut text = String::new();
        let mut rest = ty;
        while !rest.is_empty() {
            let end = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if self.names.is_type(word) {
                text.push_str("crate::");
                text.push_str(renamed.get(word).map_or(word, String::as_str));
            } else {
                text.push_str(
                    word.strip_prefix("openapi_client_runtime::")
                        .unwrap_or(word),
                );
            }
            let end = after.find(is_word).unwrap_or(after.len());
            let (between, after) = after.split_at(end);
            text.push_str(between);
            rest = after;
        }
        text
    }

    /// Whether a property or a variant of a type, by its index, is in a `Box`.
    pub(super) fn is_boxed(&self, id: TypeId, index: usize) -> bool {
        self.analysis.boxed.contains(&(id, index))
    }

    pub(super) fn spelled(&self, ty: &Type) -> String {
        self.signatures.value(ty)
    }
}
