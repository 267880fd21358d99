// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{
    AllItem, AlternativesItem, ExtendedItem, ListsItem, MapsValue, Tree, ValuesValue, Wide,
    WordsItem,
};
use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{IntoList, IntoMap};
use std::collections::BTreeMap;

/// `Holder`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// A list with alternatives for its items.
    pub alternatives: Option<Vec<AlternativesItem>>,
    /// A list whose items are described twice.
    pub all: Option<Vec<AllItem>>,
    /// Two lists.
    pub lists: Option<Vec<ListsItem>>,
    /// A map with alternatives for its values.
    pub values: Option<BTreeMap<String, ValuesValue>>,
    /// Two maps.
    pub maps: Option<BTreeMap<String, MapsValue>>,
    /// One of the items has the properties of the other.
    pub references: Option<Vec<Wide>>,
    /// A reference and more properties.
    pub extended: Option<Vec<ExtendedItem>>,
    /// The items are those of either.
    pub words: Option<Vec<WordsItem>>,
    /// An item of its own list, with another property.
    pub tree: Option<Tree>,
}

object!(Holder {
    optional alternatives: "alternatives",
    optional all: "all",
    optional lists: "lists",
    optional values: "values",
    optional maps: "maps",
    optional references: "references",
    optional extended: "extended",
    optional words: "words",
    optional tree: "tree",
});

impl Holder {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// A list with alternatives for its items.
    #[must_use]
    pub fn alternatives(
        mut self,
        alternatives: impl IntoIterator<Item = AlternativesItem>,
    ) -> Self {
        self.alternatives = Some(alternatives.into_iter().collect());
        self
    }

    /// A list whose items are described twice.
    #[must_use]
    pub fn all(mut self, all: impl IntoIterator<Item = AllItem>) -> Self {
        self.all = Some(all.into_iter().collect());
        self
    }

    /// Two lists.
    #[must_use]
    pub fn lists(mut self, lists: impl IntoIterator<Item = ListsItem>) -> Self {
        self.lists = Some(lists.into_iter().collect());
        self
    }

    /// A map with alternatives for its values.
    #[must_use]
    pub fn values<M>(mut self, values: impl IntoMap<ValuesValue, M>) -> Self {
        self.values = Some(values.into_map());
        self
    }

    /// Two maps.
    #[must_use]
    pub fn maps<M>(mut self, maps: impl IntoMap<MapsValue, M>) -> Self {
        self.maps = Some(maps.into_map());
        self
    }

    /// One of the items has the properties of the other.
    #[must_use]
    pub fn references(mut self, references: impl IntoIterator<Item = Wide>) -> Self {
        self.references = Some(references.into_iter().collect());
        self
    }

    /// A reference and more properties.
    #[must_use]
    pub fn extended(mut self, extended: impl IntoIterator<Item = ExtendedItem>) -> Self {
        self.extended = Some(extended.into_iter().collect());
        self
    }

    /// The items are those of either.
    #[must_use]
    pub fn words<M>(mut self, words: impl IntoList<WordsItem, M>) -> Self {
        self.words = Some(words.into_list());
        self
    }

    /// An item of its own list, with another property.
    #[must_use]
    pub fn tree(mut self, tree: Tree) -> Self {
        self.tree = Some(tree);
        self
    }
}
