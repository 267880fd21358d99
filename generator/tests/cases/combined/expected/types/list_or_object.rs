// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Value;
use openapi_client_runtime::codegen::{object, union};
use std::collections::BTreeMap;

/// Items in an `allOf` are those of the list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListOrObject {
    /// `list`
    List(Vec<ListOrObjectListItem>),
    /// `map`
    Map(BTreeMap<String, i64>),
    /// A value that this version does not know, unchanged.
    Unlisted(Value),
}

union!(ListOrObject {
    List(Vec<ListOrObjectListItem>),
    Map(BTreeMap<String, i64>),
    ..Unlisted
});

impl From<Vec<ListOrObjectListItem>> for ListOrObject {
    fn from(value: Vec<ListOrObjectListItem>) -> Self {
        Self::List(value)
    }
}

impl From<BTreeMap<String, i64>> for ListOrObject {
    fn from(value: BTreeMap<String, i64>) -> Self {
        Self::Map(value)
    }
}

/// `list[]`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListOrObjectListItem {
    /// `b`
    pub b: Option<String>,
    /// `a`
    pub a: Option<String>,
}

object!(ListOrObjectListItem {
    optional b: "b",
    optional a: "a",
});

impl ListOrObjectListItem {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// `b`
    #[must_use]
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }

    /// `a`
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}
