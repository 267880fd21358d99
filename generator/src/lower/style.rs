//! Styles of parameters and of properties in forms.

use crate::api::{ParameterLocation, Style, StyleKind};
use crate::document::Node;
use ParameterLocation::{Cookie, Header, Path, Query};

/// The styles of OpenAPI, with the locations that allow them.
const STYLES: [(&str, StyleKind, &[ParameterLocation]); 7] = [
    ("simple", StyleKind::Simple, &[Path, Header]),
    ("label", StyleKind::Label, &[Path]),
    ("matrix", StyleKind::Matrix, &[Path]),
    ("form", StyleKind::Form, &[Query, Cookie]),
    ("spaceDelimited", StyleKind::SpaceDelimited, &[Query]),
    ("pipeDelimited", StyleKind::PipeDelimited, &[Query]),
    ("deepObject", StyleKind::DeepObject, &[Query]),
];

impl StyleKind {
    /// The style of this name, if the location allows it. Forms have the styles of queries.
    pub(super) fn named(name: &str, location: ParameterLocation) -> Option<Self> {
        let mut styles = STYLES.iter();
        styles
            .find(|(known, _, locations)| *known == name && locations.contains(&location))
            .map(|(_, kind, _)| *kind)
    }

    /// The style of a location without `style`, and its name.
    pub(super) fn default_of(location: ParameterLocation) -> (&'static str, Self) {
        match location {
            Path | Header => ("simple", Self::Simple),
            Query | Cookie => ("form", Self::Form),
        }
    }

    /// This style, with the `explode` of a node or its default.
    pub(super) fn with_explode_of(self, node: &Node<'_>) -> Style {
        let explode = node.get("explode");
        let explode = explode.and_then(|explode| explode.value.as_bool());
        Style {
            kind: self,
            explode: explode.unwrap_or(self == Self::Form),
            allow_reserved: false,
        }
    }
}
