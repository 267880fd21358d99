//! Parameters of a path item and its operation.

use super::Lowering;
use super::schema::Lowered;
use super::types::Scope;
use crate::api::{Parameter, ParameterPlace, Property, Shape, Style, StyleKind, Type};
use crate::document::{Child, Node};

const CHILDREN: &[(&str, Child)] = &[
    ("schema", Child::Object),
    ("content", Child::Empty),
    ("example", Child::Left),
    ("examples", Child::Left),
];

/// Headers that OpenAPI leaves to other parts of the document.
const IGNORED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'d> Lowering<'_, 'd> {
    /// The operation's parameters, then those of the path item that it does not override.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        item: &Node<'d>,
        operation: &Node<'d>,
        scope: &Scope,
    ) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut complete = true;
        for list in [operation, item]
            .into_iter()
            .filter_map(|owner| owner.get("parameters"))
        {
            let of_operation = list.pointer.parent().as_ref() == Some(&operation.pointer);
            for node in list.expect_items(self.reporter) {
                let Some(parameter) = self.parameter(&node, scope) else {
                    complete = false;
                    continue;
                };
                let same = |known: &Parameter| {
                    (known.place, &known.property.name)
                        == (parameter.place, &parameter.property.name)
                };
                if !parameters.iter().any(same) {
                    parameters.push(parameter);
                } else if of_operation {
                    let name = &parameter.property.name;
                    let message = format!(
                        "the {} parameter `{name}` is listed twice",
                        parameter.place.name()
                    );
                    let help = "remove one of them; the first one counts";
                    self.reporter
                        .warning("duplicate-parameter", &node.pointer, message, help);
                }
            }
        }
        // A parameter that could not be read was reported, and is no missing one.
        self.match_path(path, operation, &mut parameters, complete);
        parameters
    }

    fn parameter(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Parameter> {
        let node = node.clone().resolve(self.reporter)?;
        let read: openapiv3::Parameter = node.read(CHILDREN, self.reporter)?;
        let place = match &read {
            openapiv3::Parameter::Path { .. } => ParameterPlace::Path,
            openapiv3::Parameter::Query { .. } => ParameterPlace::Query,
            openapiv3::Parameter::Header { .. } => ParameterPlace::Header,
            openapiv3::Parameter::Cookie { .. } => ParameterPlace::Cookie,
        };
        let data = read.parameter_data();
        let header = data.name.to_lowercase();
        if place == ParameterPlace::Header
            && IGNORED_HEADERS.contains(&header.as_str())
            // A document without security schemes means what it says.
            && (self.is_secured || header != "authorization")
        {
            self.reporter.warning(
                "ignored-header",
                &node.pointer,
                format!(
                    "a header parameter `{}` has no meaning in OpenAPI",
                    data.name
                ),
                "remove it: the security scheme and the content types say it",
            );
            return None;
        }
        let is_token =
            |char: char| char.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(char);
        let is_name = !data.name.is_empty() && data.name.chars().all(is_token);
        if place == ParameterPlace::Header && !is_name {
            let message = format!(
                "`{}` can't be the name of a header, so this parameter is left out",
                data.name
            );
            let help = "mend the name with an overlay, or remove the parameter";
            self.reporter
                .warning("header-name", &node.pointer.join("name"), message, help);
            return None;
        }
        let scope = scope.join(&data.name);
        let (lowered, content) = self.parameter_schema(&node, &scope)?;
        let style = match content {
            Some(style) => Some(style),
            None => self.style(&node, place, &lowered.ty)?,
        };
        let property = Property {
            required: data.required || place == ParameterPlace::Path,
            nullable: false,
            deprecated: data.deprecated.unwrap_or(false) || lowered.deprecated,
            docs: data.description.clone().or(lowered.docs.clone()),
            ..lowered.property(&data.name, data.required)
        };
        let environment = node.text("x-env").map(str::to_owned);
        Some(Parameter {
            place,
            style,
            property,
            environment,
        })
    }

    /// The schema of a parameter, and the style that its `content` makes, if it has that.
    fn parameter_schema(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Option<(Lowered, Option<Style>)> {
        if let Some(schema) = node.get("schema") {
            return Some((self.schema(&schema, scope)?, None));
        }
        let content = node.members_of("content");
        let Some((media_type, media)) = content.first() else {
            self.reporter.warning(
                "no-schema",
                &node.pointer,
                "this parameter has neither `schema` nor `content`, so it is taken for a string",
                "add a schema with an overlay",
            );
            return Some((Lowered::of(Type::Text), None));
        };
        let lowered = match media.get("schema") {
            Some(schema) => self.schema(&schema, scope)?,
            None => Lowered::of(Type::Any),
        };
        let json = Style {
            kind: StyleKind::Json,
            explode: false,
        };
        Some((lowered, super::media::is_json(media_type).then_some(json)))
    }

    /// How the value is written; `Some(None)` if that is the default of its place.
    #[expect(
        clippy::option_option,
        reason = "a style may be the default, and it may be wrong"
    )]
    fn style(&self, node: &Node<'d>, place: ParameterPlace, ty: &Type) -> Option<Option<Style>> {
        if let Some(style) = node.text("x-style") {
            if style == "dotObject" && place == ParameterPlace::Query {
                return Some(Some(Style {
                    kind: StyleKind::DotObject,
                    explode: true,
                }));
            }
            let message = format!(
                "`x-style: {style}` is unknown here; `dotObject` on a query parameter is known"
            );
            self.reporter
                .error("parameter-style", &node.pointer.join("x-style"), message);
            return None;
        }
        let default = match place {
            ParameterPlace::Path | ParameterPlace::Header => StyleKind::Simple,
            ParameterPlace::Query | ParameterPlace::Cookie => StyleKind::Form,
        };
        let named = node.text("style");
        let kind = match (named, place) {
            (None, _) => Some(default),
            (Some("simple"), ParameterPlace::Path | ParameterPlace::Header) => {
                Some(StyleKind::Simple)
            }
            (Some("label"), ParameterPlace::Path) => Some(StyleKind::Label),
            (Some("matrix"), ParameterPlace::Path) => Some(StyleKind::Matrix),
            (Some("form"), ParameterPlace::Query | ParameterPlace::Cookie) => Some(StyleKind::Form),
            (Some("spaceDelimited"), ParameterPlace::Query) => Some(StyleKind::SpaceDelimited),
            (Some("pipeDelimited"), ParameterPlace::Query) => Some(StyleKind::PipeDelimited),
            (Some("deepObject"), ParameterPlace::Query) => Some(StyleKind::DeepObject),
            _ => None,
        };
        let kind = kind.unwrap_or_else(|| {
            let message = format!(
                "a {} parameter can't have the style `{}`; its default is taken",
                place.name(),
                named.unwrap_or_default()
            );
            let help = "mend the style with an overlay";
            self.reporter.warning(
                "parameter-style",
                &node.pointer.join("style"),
                message,
                help,
            );
            default
        });
        let explodes = kind == StyleKind::Form;
        let explode = node
            .get("explode")
            .and_then(|explode| explode.value.as_bool());
        let explode = explode.unwrap_or(explodes);
        let is_default = kind == default && (explode == explodes || self.is_scalar(ty));
        Some((!is_default).then_some(Style { kind, explode }))
    }

    /// Whether it makes no difference for a value of this type if it is exploded.
    fn is_scalar(&self, ty: &Type) -> bool {
        match ty {
            Type::Array(_) | Type::Map(_) | Type::FreeObject | Type::Any | Type::Nullable(_) => {
                false
            }
            Type::Foreign { plain, .. } => self.is_scalar(plain),
            Type::Named(id) => matches!(
                self.types.shape(*id),
                Some(Shape::Enumeration(_) | Shape::Text)
            ),
            _ => true,
        }
    }

    /// A `{name}` without a parameter can't be filled in, and a path parameter without a `{name}` goes nowhere.
    fn match_path(
        &self,
        path: &str,
        operation: &Node<'d>,
        parameters: &mut Vec<Parameter>,
        complete: bool,
    ) {
        let names: Vec<&str> = template_names(path).collect();
        for name in &names {
            let is_declared = parameters.iter().any(|parameter| {
                parameter.place == ParameterPlace::Path && parameter.property.name == *name
            });
            if !is_declared && complete {
                self.reporter.error_with_help(
                    "path-parameter",
                    &operation.pointer,
                    format!(
                        "the path has `{{{name}}}`, but no path parameter `{name}` is declared"
                    ),
                    format!("add a parameter `name: {name}, in: path, required: true`"),
                );
            }
        }
        parameters.retain(|parameter| {
            let name = parameter.property.name.as_str();
            let fits = parameter.place != ParameterPlace::Path || names.contains(&name);
            if !fits {
                let message = format!("the path parameter `{name}` is not in the path `{path}`");
                let help = format!("put `{{{name}}}` into the path, or remove the parameter");
                self.reporter
                    .warning("path-parameter", &operation.pointer, message, help);
            }
            fits
        });
    }
}

fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
