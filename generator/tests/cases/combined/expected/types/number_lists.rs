// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::IntoMap;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// So does the width of the integers in lists and maps.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NumberLists {
    /// `referenced`
    pub referenced: Option<Vec<i64>>,
    /// `below`. Each: at least -5000000000.
    pub below: Option<Vec<i64>>,
    /// `typed`. Each: at most 5000000000.
    pub typed: Option<Vec<i64>>,
    /// `lists`. Each item of each: at most 5000000000.
    pub lists: Option<Vec<Vec<i64>>>,
    /// `either`
    pub either: Option<Vec<i64>>,
    /// `values`
    pub values: Option<BTreeMap<String, i64>>,
    /// `narrow`
    pub narrow: Option<Vec<i32>>,
    /// `open`
    pub open: Option<NumberListsOpen>,
}

object!(NumberLists {
    optional referenced: "referenced",
    optional below: "below",
    optional typed: "typed",
    optional lists: "lists",
    optional either: "either",
    optional values: "values",
    optional narrow: "narrow",
    optional open: "open",
});

impl NumberLists {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `referenced`
    #[must_use]
    pub fn referenced(mut self, referenced: impl IntoIterator<Item = i64>) -> Self {
        self.referenced = Some(referenced.into_iter().collect());
        self
    }

    /// `below`. Each: at least -5000000000.
    #[must_use]
    pub fn below(mut self, below: impl IntoIterator<Item = i64>) -> Self {
        self.below = Some(below.into_iter().collect());
        self
    }

    /// `typed`. Each: at most 5000000000.
    #[must_use]
    pub fn typed(mut self, typed: impl IntoIterator<Item = i64>) -> Self {
        self.typed = Some(typed.into_iter().collect());
        self
    }

    /// `lists`. Each item of each: at most 5000000000.
    #[must_use]
    pub fn lists(mut self, lists: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.lists = Some(lists.into_iter().collect());
        self
    }

    /// `either`
    #[must_use]
    pub fn either(mut self, either: impl IntoIterator<Item = i64>) -> Self {
        self.either = Some(either.into_iter().collect());
        self
    }

    /// `values`
    #[must_use]
    pub fn values<M>(mut self, values: impl IntoMap<i64, M>) -> Self {
        self.values = Some(values.into_map());
        self
    }

    /// `narrow`
    #[must_use]
    pub fn narrow(mut self, narrow: impl IntoIterator<Item = i32>) -> Self {
        self.narrow = Some(narrow.into_iter().collect());
        self
    }

    /// `open`
    #[must_use]
    pub fn open(mut self, open: NumberListsOpen) -> Self {
        self.open = Some(open);
        self
    }
}

/// `open`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NumberListsOpen {
    /// `name`
    pub name: Option<String>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, i64>,
}

object!(NumberListsOpen {
    optional name: "name",
    ..additional_properties
});

impl NumberListsOpen {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(mut self, additional_properties: impl IntoMap<i64, M>) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}
