//! Parameters of a path item and its operation.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::schema::LoweredSchema;
use super::types::Scope;
use super::{Lowering, environment, header, media};
use crate::api::{
    Parameter, ParameterLocation, Property, Shape, Style, StyleKind, Type, template_names,
};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Child, Node};

const CHILDREN: &[(&str, Child)] = &[
    ("schema", Child::Object),
    ("content", Child::Filled),
    // The allowed styles depend on the location of the parameter, and an invalid one is replaced.
    ("style", Child::Left),
    ("example", Child::Left),
    ("examples", Child::Left),
];

/// Headers that OpenAPI describes in other parts of the document.
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
        let names: Vec<&str> = template_names(path).collect();
        for list in [operation, item]
            .into_iter()
            .filter_map(|owner| owner.get("parameters"))
        {
            let of_operation = list.pointer.parent().as_ref() == Some(&operation.pointer);
            for node in list.expect_items(self.reporter) {
                let parameter = match self.parameter(&node, scope) {
                    Ok(Some(parameter)) => parameter,
                    Ok(None) => continue,
                    Err(_) => {
                        complete = false;
                        continue;
                    }
                };
                let same = |known: &Parameter| {
                    (known.location, &known.property.name)
                        == (parameter.location, &parameter.property.name)
                };
                let name = parameter.property.name.as_str();
                if parameter.location == ParameterLocation::Path && !names.contains(&name) {
                    let message =
                        format!("path parameter `{name}` does not appear in the path `{path}`");
                    let help = copy_help(path, &node).unwrap_or_else(|| {
                        let help = format!("add `{{{name}}}` to the path, or remove the parameter");
                        Help::new(help).remove()
                    });
                    self.reporter
                        .warning(Code::PathParameter, &node.pointer, message, help);
                } else if !parameters.iter().any(same) {
                    parameters.push(parameter);
                } else if of_operation {
                    let message =
                        format!("duplicate {} parameter `{name}`", parameter.location.name());
                    let help = Help::new("remove one of them; the first is used").remove();
                    self.reporter
                        .warning(Code::DuplicateParameter, &node.pointer, message, help);
                }
            }
        }
        // A parameter that could not be read was already reported, so it is not missing.
        if complete {
            self.match_path(path, &names, operation, &parameters);
        }
        parameters
    }

    /// A parameter; `None` if it is a header that is left out.
    fn parameter(&mut self, node: &Node<'d>, scope: &Scope) -> Result<Option<Parameter>, Reported> {
        let node = node.clone().resolve(self.reporter)?;
        for key in ["name", "in"] {
            if node.value.is_object() && !node.has(key) {
                let message = format!("this parameter has no `{key}`");
                let help = format!("add `{key}`, or remove the parameter");
                let help = Help::new(help).remove();
                return Err(self
                    .reporter
                    .error(Code::Invalid, &node.pointer, message, help));
            }
        }
        let read: openapiv3::Parameter = node.read(CHILDREN, self.reporter)?;
        let location = match &read {
            openapiv3::Parameter::Path { .. } => ParameterLocation::Path,
            openapiv3::Parameter::Query { .. } => ParameterLocation::Query,
            openapiv3::Parameter::Header { .. } => ParameterLocation::Header,
            openapiv3::Parameter::Cookie { .. } => ParameterLocation::Cookie,
        };
        let data = read.parameter_data();
        let header = data.name.to_lowercase();
        if location == ParameterLocation::Header
            && IGNORED_HEADERS.contains(&header.as_str())
            // Without security schemes, the parameter is the only description of this header.
            && (self.is_secured || header != "authorization")
        {
            self.reporter.warning(
                Code::IgnoredHeader,
                &node.pointer,
                format!("OpenAPI ignores header parameters named `{}`", data.name),
                Help::new("remove it: security schemes and media types describe this header")
                    .remove(),
            );
            return Ok(None);
        }
        if location == ParameterLocation::Header && header::is_of_connection(&data.name) {
            let message = format!(
                "`{}` belongs to the connection, so only the HTTP client sets it, and this parameter is left out",
                data.name
            );
            let help = Help::new("remove it: the service gets this header anyway if it is needed")
                .remove();
            self.reporter
                .warning(Code::IgnoredHeader, &node.pointer, message, help);
            return Ok(None);
        }
        if location == ParameterLocation::Header && !header::is_name(&data.name) {
            let message = format!(
                "`{}` is not a valid header name, so this parameter is left out",
                data.name
            );
            let help = Help::new("fix the name, or remove the parameter").remove_at(&node.pointer);
            let at = node.pointer.join("name");
            self.reporter.warning(Code::HeaderName, &at, message, help);
            return Ok(None);
        }
        let scope = scope.join(&data.name);
        let (lowered, content) = self.parameter_schema(&node, &scope)?;
        let style = match content {
            Some(style) => Some(style),
            None => self.style(&node, location, &lowered.ty)?,
        };
        let mut lowered = lowered;
        lowered.constraints = lowered.constraints.without_access();
        if let Some(example) = example(&node) {
            let own = &mut lowered.constraints.own;
            own.insert("example".to_owned(), example.clone());
        }
        let property = Property {
            required: data.required || location == ParameterLocation::Path,
            nullable: false,
            deprecated: data.deprecated.unwrap_or(false) || lowered.deprecated,
            docs: data.description.clone().or(lowered.docs.clone()),
            ..lowered.property(&data.name, data.required)
        };
        let environment = environment::variable(&node, self.reporter);
        Ok(Some(Parameter {
            location,
            style,
            property,
            environment,
            at: node.pointer.clone(),
        }))
    }

    /// The schema of a parameter, and the style implied by its `content`, if it has one.
    fn parameter_schema(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Result<(LoweredSchema, Option<Style>), Reported> {
        let content = node.members_of("content");
        let schema = node.get("schema");
        for (name, other) in content.iter().skip(usize::from(schema.is_none())) {
            let message = format!("`{name}` content of this parameter is not used");
            let help = Help::new("keep `schema` or one kind of content").remove();
            self.reporter
                .warning(Code::UnusedContent, &other.pointer, message, help);
        }
        if let Some(schema) = schema {
            return Ok((self.schema(&schema, scope)?, None));
        }
        let Some((media_type, media)) = content.first() else {
            self.reporter.warning(
                Code::NoSchema,
                &node.pointer,
                "this parameter has neither `schema` nor `content`, so it is treated as a string",
                Help::new("add a schema")
                    .update(&node.pointer, json!({"schema": {"type": "string"}})),
            );
            return Ok((LoweredSchema::of(Type::String), None));
        };
        let lowered = match media.get("schema") {
            Some(schema) => self.schema(&schema, scope)?,
            None => LoweredSchema::of(Type::Any),
        };
        if !media::is_json(media_type) && !self.is_scalar(&lowered.ty) {
            let message = format!(
                "`{media_type}` is not supported here: the value is sent in the default style"
            );
            let help = "use `application/json`, or `schema` with a style";
            self.reporter
                .warning(Code::ParameterStyle, &media.pointer, message, help);
        }
        if media::is_json(media_type) && node.flag("allowReserved") {
            let message =
                "`allowReserved` has no effect on `content`: reserved characters are escaped";
            let help = "no action needed if the service accepts escaped characters";
            let at = node.pointer.join("allowReserved");
            self.reporter
                .warning(Code::ParameterStyle, &at, message, help);
        }
        let json = Style {
            kind: StyleKind::Json,
            explode: false,
            allow_reserved: false,
        };
        Ok((lowered, media::is_json(media_type).then_some(json)))
    }

    /// The style of a parameter; `None` if it is the default of its location.
    fn style(
        &self,
        node: &Node<'d>,
        location: ParameterLocation,
        ty: &Type,
    ) -> Result<Option<Style>, Reported> {
        if let Some(style) = node.string("x-style") {
            if style == "dotObject" && location == ParameterLocation::Query {
                return Ok(Some(Style {
                    kind: StyleKind::DotObject,
                    explode: true,
                    allow_reserved: false,
                }));
            }
            let message = format!("`x-style: {style}` is not supported here");
            let help = "remove it; the only `x-style` is `dotObject`, for query parameters";
            let help = Help::new(help).remove();
            let at = node.pointer.join("x-style");
            return Err(self
                .reporter
                .error(Code::ParameterStyle, &at, message, help));
        }
        let (default_name, default) = StyleKind::default_of(location);
        let named = node.get("style").map(|style| style.value);
        let named = named.map(|style| style.as_str().unwrap_or_default());
        let kind = named.map_or(Some(default), |name| StyleKind::named(name, location));
        let kind = kind.unwrap_or_else(|| {
            let message = format!(
                "a {} parameter cannot have the style `{}`; using the default",
                location.name(),
                named.unwrap_or_default()
            );
            let help =
                Help::new("fix the style").update(&node.pointer, json!({"style": default_name}));
            let at = node.pointer.join("style");
            self.reporter
                .warning(Code::ParameterStyle, &at, message, help);
            default
        });
        let style = Style {
            allow_reserved: self.allows_reserved(node, location),
            ..kind.with_explode_of(node)
        };
        self.check_nesting(node, style, ty);
        let is_exploded = style.explode == (kind == StyleKind::Form);
        let is_default =
            kind == default && !style.allow_reserved && (is_exploded || self.is_scalar(ty));
        Ok((!is_default).then_some(style))
    }

    /// Whether a query parameter is sent with reserved characters.
    fn allows_reserved(&self, node: &Node<'d>, location: ParameterLocation) -> bool {
        let is_set = node.flag("allowReserved");
        if is_set && location != ParameterLocation::Query {
            let message = format!(
                "`allowReserved` has no effect on a {} parameter: reserved characters are escaped",
                location.name()
            );
            let help = "no action needed if the service accepts escaped characters";
            let at = node.pointer.join("allowReserved");
            self.reporter
                .warning(Code::ParameterStyle, &at, message, help);
        }
        is_set && location == ParameterLocation::Query
    }

    /// Whether `explode` makes no difference for values of this type.
    fn is_scalar(&self, ty: &Type) -> bool {
        match ty {
            Type::Array(_) | Type::Map(_) | Type::FreeObject | Type::Any | Type::Nullable(_) => {
                false
            }
            Type::External(external) => self.is_scalar(&external.plain),
            Type::Named(id) => matches!(
                self.types.shape(*id),
                Some(Shape::Enumeration(_) | Shape::StringNewtype)
            ),
            _ => true,
        }
    }

    /// Reports the `{name}`s in the path that have no parameter.
    fn match_path(
        &self,
        path: &str,
        names: &[&str],
        operation: &Node<'d>,
        parameters: &[Parameter],
    ) {
        let in_path = |parameter: &&Parameter| parameter.location == ParameterLocation::Path;
        let declared = parameters.iter().filter(in_path);
        let declared: HashSet<&str> = declared
            .map(|parameter| parameter.property.name.as_str())
            .collect();
        let mut seen = HashSet::new();
        let missing = names.iter().copied();
        let missing: Vec<&str> = missing
            .filter(|name| !declared.contains(name) && seen.insert(*name))
            .collect();
        let parameter = |name: &&str| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}});
        let parameters: Value = missing.iter().map(parameter).collect();
        let (message, help) = match missing.as_slice() {
            [name] => (
                format!("the path has `{{{name}}}`, but no path parameter `{name}` is declared"),
                "declare it",
            ),
            [first, .., last] => (
                format!(
                    "the path has {} names without a path parameter, from `{{{first}}}` to `{{{last}}}`",
                    missing.len()
                ),
                "declare them",
            ),
            [] => return,
        };
        let help = copy_help(path, operation).unwrap_or_else(|| {
            Help::new(help).update(&operation.pointer, json!({"parameters": parameters}))
        });
        self.reporter
            .error(Code::PathParameter, &operation.pointer, message, help);
    }
}

/// The help for a path with other variables than the path item that it refers to: what fits one of them does not fit the other.
fn copy_help(path: &str, part: &Node<'_>) -> Option<Help> {
    let mut steps = part.pointer.steps().iter();
    let is_own = steps.next()? == "paths" && steps.next()? == path;
    let help = || {
        let help =
            format!("replace the `$ref` of `{path}` by a copy with the variables of that path");
        Help::new(help)
    };
    (!is_own).then(help)
}

/// The example of a parameter, or the first of several.
fn example<'d>(parameter: &Node<'d>) -> Option<&'d Value> {
    let one = parameter.get("example").map(|example| example.value);
    one.or_else(|| {
        let examples = parameter.members_of("examples");
        let (_, first) = examples.first()?;
        Some(first.get("value")?.value)
    })
}
