//! Styles of parameters and of properties in forms.

use super::Lowering;
use crate::api::{ParameterLocation, Shape, Style, StyleKind, Type, TypeId};
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
    /// Reports values of a parameter, or of a property of a form, that its style does not describe, because they are nested.
    pub(super) fn check_nesting(&self, styled: &Node<'d>, style: Style, ty: &Type) {
        if matches!(
            style.kind,
            StyleKind::DeepObject | StyleKind::DotObject | StyleKind::Json
        ) {
            return;
        }
        let is_form = style.kind == StyleKind::Form && style.explode;
        let Some(nested) = self.nested_part(ty, is_form, &mut Vec::new()) else {
            return;
        };
        let message = format!(
            "{nested} is sent as JSON text, because its style does not describe nested values"
        );
        let help = "no action needed if the service accepts that, or else use another style, such as `deepObject` in a query";
        self.reporter
            .warning(Code::ParameterStyle, &styled.pointer, message, help);
    }

    /// The first part of a type whose values are nested too deeply for its style. In the style of HTML forms, members may be
    /// lists.
    fn nested_part(&self, ty: &Type, is_form: bool, seen: &mut Vec<TypeId>) -> Option<String> {
        let is_member = |ty: &Type| match ty {
            Type::Array(item) if is_form => self.is_plain(item, &mut Vec::new()),
            ty => self.is_plain(ty, &mut Vec::new()),
        };
        let each_member = || "each member of this value".to_owned();
        match ty {
            Type::Nullable(inner) => self.nested_part(inner, is_form, seen),
            Type::Array(item) => (!self.is_plain(item, &mut Vec::new()))
                .then(|| "each item of this value".to_owned()),
            Type::Map(value) => (!is_member(value)).then(each_member),
            Type::Named(id) => match self.types.shape(*id)? {
                Shape::Object(object) => {
                    let mut properties = object.properties.iter();
                    let nested = properties.find(|property| !is_member(&property.ty));
                    let nested =
                        nested.map(|property| format!("`{}` in this value", property.name));
                    let rest = object.additional.as_ref().filter(|rest| !is_member(rest));
                    nested.or_else(|| rest.map(|_| each_member()))
                }
                Shape::Union(union) if !seen.contains(id) => {
                    seen.push(*id);
                    let mut variants = union.variants.iter();
                    variants.find_map(|variant| self.nested_part(&variant.ty, is_form, seen))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether values of this type are neither objects nor lists, as far as it is known.
    fn is_plain(&self, ty: &Type, seen: &mut Vec<TypeId>) -> bool {
        match ty {
            Type::Array(_) | Type::Map(_) | Type::FreeObject => false,
            Type::Nullable(inner) => self.is_plain(inner, seen),
            Type::External(external) => self.is_plain(&external.plain, seen),
            Type::Named(id) => match self.types.shape(*id) {
                Some(Shape::Object(_)) => false,
                Some(Shape::Union(union)) if !seen.contains(id) => {
                    seen.push(*id);
                    let mut variants = union.variants.iter();
                    variants.all(|variant| self.is_plain(&variant.ty, seen))
                }
                _ => true,
            },
            _ => true,
        }
    }
}
