// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::{OwnerId, Shape};
use openapi_client_runtime::codegen::{object, open_enum};
use openapi_client_runtime::{IntoList, IntoMap, UnknownValue};
use std::collections::BTreeMap;

/// `Group`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// `kind`
    pub kind: GroupKind,
    /// A shape.
    pub shapes: Option<Vec<Shape>>,
    /// `parent`
    pub parent: Option<Box<Group>>,
    /// `owner`
    pub owner: Option<OwnerId>,
    /// `old`
    #[deprecated]
    pub old: Option<i64>,
    /// Members that are not listed, by name.
    pub additional_properties: BTreeMap<String, String>,
}

object!(Group {
    required kind: "kind",
    optional shapes: "shapes",
    optional parent: "parent",
    optional owner: "owner",
    optional old: "old",
    ..additional_properties
});

impl Group {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<GroupKind>) -> Self {
        Self {
            kind: kind.into(),
            shapes: None,
            parent: None,
            owner: None,
            old: None,
            additional_properties: BTreeMap::new(),
        }
    }

    /// A shape.
    #[must_use]
    pub fn shapes<M>(mut self, shapes: impl IntoList<Shape, M>) -> Self {
        self.shapes = Some(shapes.into_list());
        self
    }

    /// `parent`
    #[must_use]
    pub fn parent(mut self, parent: Group) -> Self {
        self.parent = Some(Box::new(parent));
        self
    }

    /// `owner`
    #[must_use]
    pub fn owner(mut self, owner: impl Into<OwnerId>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// `old`
    #[deprecated]
    #[must_use]
    pub fn old(mut self, old: i64) -> Self {
        self.old = Some(old);
        self
    }

    /// Members that are not listed, by name.
    #[must_use]
    pub fn additional_properties<M>(
        mut self,
        additional_properties: impl IntoMap<String, M>,
    ) -> Self {
        self.additional_properties = additional_properties.into_map();
        self
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GroupKind {
    /// `Group`
    Group,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(GroupKind {
    Group: "Group",
    ..Unlisted
});
