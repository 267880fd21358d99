// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::Nullable;
use openapi_client_runtime::codegen::object;

/// A tree that contains others in every way.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `name`. At least 1 character.
    pub name: String,
    /// The text on the leaf. At most 5 characters.
    pub leaf: Option<String>,
    /// A part with only a description has the same type.
    pub left: Option<Box<Tree>>,
    /// A tree that contains others in every way.
    pub right: Option<Nullable<Box<Tree>>>,
    /// A tree with another property, which may contain such a tree.
    pub grafted: Option<TreeGrafted>,
}

object!(Tree {
    required name: "name",
    optional leaf: "leaf",
    optional left: "left",
    optional_nullable right: "right",
    optional grafted: "grafted",
});

impl Tree {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            leaf: None,
            left: None,
            right: None,
            grafted: None,
        }
    }

    /// The text on the leaf. At most 5 characters.
    #[must_use]
    pub fn leaf(mut self, leaf: impl Into<String>) -> Self {
        self.leaf = Some(leaf.into());
        self
    }

    /// A part with only a description has the same type.
    #[must_use]
    pub fn left(mut self, left: Tree) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    /// A tree that contains others in every way.
    #[must_use]
    pub fn right(mut self, right: Tree) -> Self {
        self.right = Some(Nullable::Value(Box::new(right)));
        self
    }

    /// Sets `right` to null, which is different from leaving it out.
    #[must_use]
    pub fn right_null(mut self) -> Self {
        self.right = Some(Nullable::Null);
        self
    }

    /// A tree with another property, which may contain such a tree.
    #[must_use]
    pub fn grafted(mut self, grafted: TreeGrafted) -> Self {
        self.grafted = Some(grafted);
        self
    }
}

/// A tree with another property, which may contain such a tree.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreeGrafted {
    /// `name`. At least 1 character.
    pub name: String,
    /// The text on the leaf. At most 5 characters.
    pub leaf: Option<String>,
    /// A part with only a description has the same type.
    pub left: Option<Box<Tree>>,
    /// A tree that contains others in every way.
    pub right: Option<Nullable<Box<Tree>>>,
    /// A tree with another property, which may contain such a tree.
    pub grafted: Option<Box<TreeGrafted>>,
    /// `scar`
    pub scar: i64,
}

object!(TreeGrafted {
    required name: "name",
    optional leaf: "leaf",
    optional left: "left",
    optional_nullable right: "right",
    optional grafted: "grafted",
    required scar: "scar",
});

impl TreeGrafted {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>, scar: i64) -> Self {
        Self {
            name: name.into(),
            leaf: None,
            left: None,
            right: None,
            grafted: None,
            scar,
        }
    }

    /// The text on the leaf. At most 5 characters.
    #[must_use]
    pub fn leaf(mut self, leaf: impl Into<String>) -> Self {
        self.leaf = Some(leaf.into());
        self
    }

    /// A part with only a description has the same type.
    #[must_use]
    pub fn left(mut self, left: Tree) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    /// A tree that contains others in every way.
    #[must_use]
    pub fn right(mut self, right: Tree) -> Self {
        self.right = Some(Nullable::Value(Box::new(right)));
        self
    }

    /// Sets `right` to null, which is different from leaving it out.
    #[must_use]
    pub fn right_null(mut self) -> Self {
        self.right = Some(Nullable::Null);
        self
    }

    /// A tree with another property, which may contain such a tree.
    #[must_use]
    pub fn grafted(mut self, grafted: TreeGrafted) -> Self {
        self.grafted = Some(Box::new(grafted));
        self
    }
}
