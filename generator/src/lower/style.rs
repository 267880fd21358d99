//! Styles of parameters and of properties in forms.

use super::Lowering;
use crate::api::{ParameterLocation, Shape, Style, StyleKind, Type};
use crate::diagnostics::Code;
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

impl<'d> Lowering<'_, 'd> {
    /// Reports values of a parameter that its style does not describe, because they are nested.
    pub(super) fn check_nesting(&self, parameter: &Node<'d>, style: Style, ty: &Type) {
        if matches!(
            style.kind,
            StyleKind::DeepObject | StyleKind::DotObject | StyleKind::Json
        ) {
            return;
        }
        let is_form = style.kind == StyleKind::Form && style.explode;
        let is_member = |ty: &Type| match ty {
            Type::Array(item) if is_form => self.is_plain(item),
            ty => self.is_plain(ty),
        };
        let nested = match ty {
            Type::Array(item) if !self.is_plain(item) => "each item of this parameter".to_owned(),
            Type::Map(value) if !is_member(value) => "each member of this parameter".to_owned(),
            Type::Named(id) => {
                let Some(Shape::Object(object)) = self.types.shape(*id) else {
                    return;
                };
                let mut properties = object.properties.iter();
                match properties.find(|property| !is_member(&property.ty)) {
                    Some(property) => format!("`{}` in this parameter", property.name),
                    None => return,
                }
            }
            _ => return,
        };
        let message = format!(
            "{nested} is sent as JSON text, because its style does not describe nested values"
        );
        let help = "no action needed if the service accepts that, or else use another style, such as `deepObject` in a query";
        self.reporter
            .warning(Code::ParameterStyle, &parameter.pointer, message, help);
    }

    /// Whether values of this type are neither objects nor lists, as far as it is known.
    fn is_plain(&self, ty: &Type) -> bool {
        match ty {
            Type::Array(_) | Type::Map(_) | Type::FreeObject => false,
            Type::Nullable(inner) => self.is_plain(inner),
            Type::External(external) => self.is_plain(&external.plain),
            Type::Named(id) => !matches!(self.types.shape(*id), Some(Shape::Object(_))),
            _ => true,
        }
    }
}
