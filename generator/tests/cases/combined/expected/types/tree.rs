// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::codegen::object;

/// An item of its own list, with another property.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `name`
    pub name: Option<String>,
    /// `kids`
    pub kids: Option<Vec<TreeKidsItem>>,
}

object!(Tree {
    optional name: "name",
    optional kids: "kids",
});

impl Tree {
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

    /// `kids`
    #[must_use]
    pub fn kids(mut self, kids: impl IntoIterator<Item = TreeKidsItem>) -> Self {
        self.kids = Some(kids.into_iter().collect());
        self
    }
}

/// `kids[]`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TreeKidsItem {
    /// `name`
    pub name: Option<String>,
    /// `kids`
    pub kids: Option<Vec<TreeKidsItem>>,
    /// `order`
    pub order: Option<i64>,
}

object!(TreeKidsItem {
    optional name: "name",
    optional kids: "kids",
    optional order: "order",
});

impl TreeKidsItem {
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

    /// `kids`
    #[must_use]
    pub fn kids(mut self, kids: impl IntoIterator<Item = TreeKidsItem>) -> Self {
        self.kids = Some(kids.into_iter().collect());
        self
    }

    /// `order`
    #[must_use]
    pub fn order(mut self, order: i64) -> Self {
        self.order = Some(order);
        self
    }
}
