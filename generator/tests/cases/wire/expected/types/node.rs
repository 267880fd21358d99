// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{Kind, NodeId};
use openapi_client_runtime::codegen::object;
use openapi_client_runtime::{Nullable, Timestamp};

/// `Node`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node {
    /// `id`
    pub id: NodeId,
    /// `kind`
    pub kind: Kind,
    /// `child`
    pub child: Option<Box<Node>>,
    /// `children`
    pub children: Option<Vec<Node>>,
    /// `created`
    pub created: Option<Timestamp>,
    /// `note`
    pub note: Option<Nullable<String>>,
    /// `old`
    #[deprecated]
    pub old: Option<String>,
}

object!(Node {
    required id: "id",
    required kind: "kind",
    optional child: "child",
    optional children: "children",
    optional created: "created",
    optional_nullable note: "note",
    optional old: "old",
});

impl Node {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<NodeId>, kind: impl Into<Kind>) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            child: None,
            children: None,
            created: None,
            note: None,
            old: None,
        }
    }

    /// `child`
    #[must_use]
    pub fn child(mut self, child: Node) -> Self {
        self.child = Some(Box::new(child));
        self
    }

    /// `children`
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children = Some(children.into_iter().collect());
        self
    }

    /// `created`
    #[must_use]
    pub fn created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// `note`
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(Nullable::Value(note.into()));
        self
    }

    /// Sets `note` to null, which is different from leaving it out.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = Some(Nullable::Null);
        self
    }

    /// `old`
    #[deprecated]
    #[must_use]
    pub fn old(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }
}
