// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::types::Color;
use openapi_client_runtime::codegen::{object, open_enum};
use openapi_client_runtime::{Nullable, Timestamp, UnknownValue};

/// `Circle`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// `kind`
    pub kind: CircleKind,
    /// `radius`. More than 0.
    pub radius: f64,
    /// `at`
    pub at: Timestamp,
    /// `color`
    pub color: Option<Color>,
    /// `label`
    pub label: Option<Nullable<String>>,
}

object!(Circle {
    required kind: "kind",
    required radius: "radius",
    required at: "at",
    optional color: "color",
    optional_nullable label: "label",
});

impl Circle {
    /// Creates a value with the required fields.
    pub fn new(
        kind: impl Into<CircleKind>,
        radius: impl Into<f64>,
        at: impl Into<Timestamp>,
    ) -> Self {
        Self {
            kind: kind.into(),
            radius: radius.into(),
            at: at.into(),
            color: None,
            label: None,
        }
    }

    /// `color`
    #[must_use]
    pub fn color(mut self, color: impl Into<Color>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// `label`
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(Nullable::Value(label.into()));
        self
    }

    /// Sets `label` to null, which is different from leaving it out.
    #[must_use]
    pub fn label_null(mut self) -> Self {
        self.label = Some(Nullable::Null);
        self
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CircleKind {
    /// `Circle`
    Circle,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(CircleKind {
    Circle: "Circle",
    ..Unlisted
});
