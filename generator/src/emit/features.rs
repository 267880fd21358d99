//! Cargo features of the generated crate, and the items that depend on them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use crate::analyze::Condition;
use crate::api::{OperationId, TypeId};

/// Any of these features enables an item; with `None` it is always enabled.
pub(crate) type Features = Option<BTreeSet<String>>;

impl Context<'_> {
    /// The features of an operation.
    pub(super) fn features(&self, id: OperationId) -> Features {
        match self.analysis.conditions.of_operation(id) {
            Condition::Any(tags) => Some(self.feature_names(tags)),
            Condition::Always | Condition::All(_) => None,
        }
    }

    /// The attribute of a type's module.
    pub(super) fn line_of_type(&self, id: TypeId) -> String {
        match self.analysis.conditions.of_type(id) {
            Condition::Always => String::new(),
            Condition::Any(tags) => cfg_line("any", &self.feature_names(tags)),
            Condition::All(tags) => cfg_line("all", &self.feature_names(tags)),
        }
    }

    fn feature_names(&self, tags: &BTreeSet<usize>) -> BTreeSet<String> {
        let names = tags.iter().map(|tag| self.names.of_tag(*tag).to_owned());
        names.collect()
    }
}

/// The attribute of an item.
pub(super) fn line(features: &Features) -> String {
    let features = features.as_ref();
    features.map_or_else(String::new, |features| cfg_line("any", features))
}

/// The condition for an item; `None` if it is always enabled.
pub(super) fn condition(features: &Features) -> Option<String> {
    Some(joined("any", features.as_ref()?))
}

fn cfg_line(joined_by: &str, features: &BTreeSet<String>) -> String {
    format!("#[cfg({})]\n", joined(joined_by, features))
}

fn joined(joined_by: &str, features: &BTreeSet<String>) -> String {
    let each = features.iter();
    let each: Vec<String> = each.map(|name| format!("feature = \"{name}\"")).collect();
    match each.as_slice() {
        [only] => only.clone(),
        all => format!("{joined_by}({})", all.join(", ")),
    }
}

/// The same as tokens.
pub(super) fn attribute(features: &Features) -> TokenStream {
    let Some(features) = features else {
        return TokenStream::new();
    };
    let each: Vec<TokenStream> = features
        .iter()
        .map(|name| quote!(feature = #name))
        .collect();
    match each.as_slice() {
        [only] => quote!(#[cfg(#only)]),
        all => quote!(#[cfg(any(#(#all),*))]),
    }
}
