//! Parameters of a path item and its operation.

use openapiv3::{CookieStyle, HeaderStyle, PathStyle, QueryStyle};

use super::Lowering;
use super::types::Scope;
use crate::api::{Parameter, ParameterPlace, Property, Style, Type};
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
                    self.reporter
                        .error("duplicate-parameter", &node.pointer, message);
                }
            }
        }
        // A parameter that could not be read was reported, and is no missing one.
        if complete {
            self.check_path(path, operation, &parameters);
        }
        parameters
    }

    fn parameter(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Parameter> {
        let node = node.clone().resolve(self.reporter)?;
        let read: openapiv3::Parameter = node.read(CHILDREN, self.reporter)?;
        let (place, default_style, exploded) = match &read {
            openapiv3::Parameter::Path { style, .. } => {
                (ParameterPlace::Path, *style == PathStyle::Simple, false)
            }
            openapiv3::Parameter::Query { style, .. } => {
                (ParameterPlace::Query, *style == QueryStyle::Form, true)
            }
            openapiv3::Parameter::Header { style, .. } => {
                (ParameterPlace::Header, *style == HeaderStyle::Simple, false)
            }
            openapiv3::Parameter::Cookie { style, .. } => {
                (ParameterPlace::Cookie, *style == CookieStyle::Form, true)
            }
        };
        let data = read.parameter_data();
        if place == ParameterPlace::Header
            && IGNORED_HEADERS.contains(&data.name.to_lowercase().as_str())
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
            let message = format!("`{}` can't be the name of a header", data.name);
            self.reporter
                .error("header-name", &node.pointer.join("name"), message);
            return None;
        }
        let Some(schema) = node.get("schema") else {
            self.reporter.error(
                "parameter-content",
                &node.pointer,
                "a parameter with `content` is not supported yet",
            );
            return None;
        };
        let lowered = self.schema(&schema, &scope.join(&data.name))?;
        let style = match node.text("x-style") {
            Some("dotObject") if place == ParameterPlace::Query => Style::DotObject,
            Some(other) => {
                let message = format!(
                    "`x-style: {other}` is unknown here; `dotObject` on a query parameter is known"
                );
                self.reporter
                    .error("parameter-style", &node.pointer.join("x-style"), message);
                return None;
            }
            None => Style::Default,
        };
        let scalar = !matches!(
            lowered.ty,
            Type::Array(_) | Type::Map(_) | Type::FreeObject | Type::Any | Type::Nullable(_)
        );
        let explode = data.explode.unwrap_or(exploded);
        if style == Style::Default && (!default_style || (explode != exploded && !scalar)) {
            let message = "only the default `style` and `explode` of a parameter are supported yet";
            self.reporter
                .error("parameter-style", &node.pointer, message);
            return None;
        }
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

    /// A `{name}` without a parameter can't be filled in, and a path parameter without a `{name}` goes nowhere.
    fn check_path(&self, path: &str, operation: &Node<'d>, parameters: &[Parameter]) {
        let names: Vec<&str> = template_names(path).collect();
        let declared = |name: &str| {
            parameters.iter().any(|parameter| {
                parameter.place == ParameterPlace::Path && parameter.property.name == name
            })
        };
        for name in names.iter().filter(|name| !declared(name)) {
            self.reporter.error_with_help(
                "path-parameter",
                &operation.pointer,
                format!("the path has `{{{name}}}`, but no path parameter `{name}` is declared"),
                format!("add a parameter `name: {name}, in: path, required: true`"),
            );
        }
        for parameter in parameters
            .iter()
            .filter(|parameter| parameter.place == ParameterPlace::Path)
        {
            let name = &parameter.property.name;
            if !names.contains(&name.as_str()) {
                let message = format!("the path parameter `{name}` is not in the path `{path}`");
                let help = format!("put `{{{name}}}` into the path, or remove the parameter");
                self.reporter
                    .error_with_help("path-parameter", &operation.pointer, message, help);
            }
        }
    }
}

fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
