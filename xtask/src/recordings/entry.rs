//! A recorded exchange, compared with its operation.

use serde_json::Value;

use super::api::Api;
use super::compare::{Comparison, Differences, has_type, types};
use super::operations;
use super::renames::{Renames, folded};

/// A recorded exchange.
#[derive(Debug)]
pub(super) struct Entry {
    /// `recorded/getUser.har, entry 1 (fewest inputs)`
    pub(super) name: String,
    pub(super) value: Value,
}

impl Entry {
    pub(super) fn text(&self, pointer: &str) -> &str {
        let text = self.value.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_default()
    }

    pub(super) fn is_success(&self) -> bool {
        let status = self.value["response"]["status"].as_u64();
        status.is_some_and(|status| (200..300).contains(&status))
    }

    /// The path of the URL in segments, and the query parameters. Both are still encoded.
    fn target(&self) -> (Vec<&str>, Vec<(&str, &str)>) {
        let url = self.text("/request/url");
        let (_, target) = url.split_once("://").unwrap_or_default();
        let (_, target) = target.split_once('/').unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        (path.split('/').collect(), pairs.collect())
    }

    /// The id and the schemas of the operation with the method and path: the one with the fewest path parameters.
    pub(super) fn operation<'a>(&self, schemas: &'a Value) -> Option<(&'a str, &'a Value)> {
        let (path, _) = self.target();
        let is_parameter = |segment: &&str| segment.starts_with('{');
        let matching = operations(schemas).filter_map(|(id, operation)| {
            let (method, template) = operation["route"].as_str()?.split_once(" /")?;
            let template: Vec<_> = template.split('/').collect();
            let mut pairs = template.iter().zip(&path);
            let is_match = method == self.text("/request/method")
                && template.len() == path.len()
                && pairs.all(|(expected, segment)| is_parameter(expected) || expected == segment);
            let parameters = template.into_iter().filter(is_parameter).count();
            is_match.then_some((parameters, id.as_str(), operation))
        });
        let best = matching.min_by_key(|(parameters, _, _)| *parameters);
        best.map(|(_, id, operation)| (id, operation))
    }

    /// The same, unless another operation had the method and path before, which is elsewhere now.
    pub(super) fn current<'a>(
        &self,
        schemas: &'a Value,
        previous: &Value,
    ) -> Option<(&'a str, &'a Value)> {
        let found = self.operation(schemas)?;
        let is_named_for = self.file() == Some(found.0);
        let is_elsewhere = self
            .operation(previous)
            .is_some_and(|(id, _)| id != found.0 && !schemas["operations"][id].is_null());
        (is_named_for || !is_elsewhere).then_some(found)
    }

    /// The name of its file, without folders and extension.
    fn file(&self) -> Option<&str> {
        let (file, _) = self.name.split_once(".har, ")?;
        file.rsplit('/').next()
    }

    /// The id and the schemas of the operation that had the method and path or that the file is named for, if no operation has
    /// the method and path.
    pub(super) fn moved<'a>(
        &self,
        schemas: &'a Value,
        previous: &Value,
    ) -> Option<(&'a str, &'a Value)> {
        let previous = self.operation(previous).map(|(id, _)| id);
        let id = previous.or_else(|| self.file())?;
        let (id, operation) = schemas["operations"].as_object()?.get_key_value(id)?;
        Some((id, operation))
    }

    /// The problem of a recording whose method and path no operation has.
    pub(super) fn without_operation(&self, schemas: &Value, previous: &Value) -> String {
        let route = self
            .moved(schemas, previous)
            .and_then(|(_, operation)| operation["route"].as_str());
        match route {
            Some(route) => format!("its operation moved: change `method` and `url` to {route}"),
            None => "no operation has its method and path: change `method` and `url` if it moved, or remove it".to_owned(),
        }
    }

    /// What differs from the schemas of the operation, each with its fix.
    pub(super) fn differences(
        &self,
        api: Api<'_>,
        (id, operation): (&str, &Value),
        renames: &Renames,
    ) -> Vec<String> {
        let comparison = Comparison {
            root: api.schemas,
            renames,
        };
        let mut problems = self.of_parameters(operation, &folded(id), renames);
        problems.extend(self.of_body(&comparison, operation, &folded(id)));
        problems.extend(self.lacking(operation));
        let Ok(body) = serde_json::from_str::<Value>(self.text("/response/content/text")) else {
            return problems;
        };
        let unknown = self.text("/response/content/comment");
        let unknown = unknown.strip_prefix("unknown to the document: ");
        let unknown: Vec<_> = unknown.unwrap_or_default().split_whitespace().collect();
        let mut found = Differences::default();
        let mut removal = "remove it";
        if self.is_success() {
            removal =
                "remove it, or list it in the `comment` of `content` as unknown to the document";
            comparison.compare(&operation["output"], &body, "", &mut found);
        } else if let Some(schema) = api.error(operation, &self.value["response"]["status"]) {
            let root = api.document;
            let comparison = Comparison { root, renames };
            comparison.compare(schema, &body, "", &mut found);
        }
        found.gone.retain(|(at, _)| !unknown.contains(&at.as_str()));
        problems.extend(found.instructions("response", removal, "the text of `content`"));
        problems
    }

    /// Query parameters that are gone, and parameters of another type.
    fn of_parameters(&self, operation: &Value, id: &str, renames: &Renames) -> Vec<String> {
        let input = &operation["input"];
        let (path, query) = self.target();
        let mut problems = Vec::new();
        let template = operation["route"].as_str().unwrap_or_default();
        for (template, text) in template.split('/').skip(1).zip(path) {
            let name = template.trim_start_matches('{').trim_end_matches('}');
            if name != template {
                problems.extend(of_another_type(member(input, "path", name), name, text));
            }
        }
        for (name, text) in query {
            let object = name.split('.').next().unwrap_or_default();
            let mut members = [name, object].into_iter();
            match members.find_map(|name| member(input, "query", name)) {
                Some(schema) => problems.extend(of_another_type(Some(schema), name, text)),
                None => problems.push(format!(
                    "the parameter `{name}` is gone: {}remove it from the URL",
                    renames.hint(id, object)
                )),
            }
        }
        problems
    }

    /// Members of the request's body that differ.
    fn of_body(&self, comparison: &Comparison<'_>, operation: &Value, id: &str) -> Vec<String> {
        let input = &operation["input"];
        let mut found = Differences::default();
        // The official client sends `{}` with every DELETE.
        let Ok(body) = serde_json::from_str::<Value>(self.text("/request/postData/text")) else {
            return Vec::new();
        };
        match (&body, input["properties"].get("body")) {
            (Value::Object(members), whole) if whole.is_none() || members.contains_key("body") => {
                for (name, value) in members {
                    let at = format!("/{name}");
                    match member(input, "body", name) {
                        Some(schema) => comparison.compare(schema, value, &at, &mut found),
                        None => found.gone.push((at, comparison.renames.hint(id, name))),
                    }
                }
            }
            (body, Some(whole)) => comparison.compare(whole, body, "", &mut found),
            _ => {}
        }
        found.instructions("request", "remove it from `postData`", "`postData`")
    }

    /// Required inputs that the request lacks.
    fn lacking(&self, operation: &Value) -> Vec<String> {
        let given = self.given(operation);
        let required = operation["input"]["required"].as_array();
        let required = required.into_iter().flatten().filter_map(Value::as_str);
        let lacking = required.filter(|input| {
            let mut given = given.iter();
            !given.any(|(place, name)| name == input || format!("{place}.{name}") == *input)
        });
        let lacking =
            lacking.map(|name| format!("the input `{name}` is required: add it to the request"));
        lacking.collect()
    }

    /// The places and names of the inputs that the request has.
    fn given(&self, operation: &Value) -> Vec<(&'static str, String)> {
        let mut given = Vec::new();
        let mut add = |place, name: &str| given.push((place, name.to_owned()));
        let route = operation["route"].as_str().unwrap_or_default();
        for segment in route.split('/') {
            add("path", segment.trim_matches(['{', '}']));
        }
        let (_, query) = self.target();
        for (name, _) in query {
            add("query", name);
            add("query", name.split('.').next().unwrap_or_default());
        }
        let headers = self.value["request"]["headers"].as_array();
        let headers = headers.into_iter().flatten();
        let headers: Vec<&str> = headers.filter_map(|it| it["name"].as_str()).collect();
        let inputs = operation["input"]["properties"].as_object();
        for input in inputs.into_iter().flatten().map(|(input, _)| input) {
            let name = input.strip_prefix("header.").unwrap_or(input);
            if headers.iter().any(|it| it.eq_ignore_ascii_case(name)) {
                add("header", name);
            }
        }
        let text = self.text("/request/postData/text");
        if !text.is_empty() {
            add("body", "body");
        }
        let body: Value = serde_json::from_str(text).unwrap_or_default();
        for (name, _) in body.as_object().into_iter().flatten() {
            add("body", name);
        }
        given
    }
}

/// The problem of a parameter whose text is not a value of its type.
fn of_another_type(schema: Option<&Value>, name: &str, text: &str) -> Option<String> {
    let schema = schema?;
    let is_scalar = types(schema).all(|it| ["integer", "number", "boolean"].contains(&it));
    let value = serde_json::from_str(text).unwrap_or_else(|_| text.into());
    (is_scalar && !has_type(schema, &value)).then(|| {
        let types: Vec<&str> = types(schema).collect();
        format!(
            "the parameter `{name}` is `{text}` and should be of type {}: change it in the URL",
            types.join(" or ")
        )
    })
}

/// The schema of an input, whose name may be qualified.
fn member<'a>(input: &'a Value, location: &str, name: &str) -> Option<&'a Value> {
    let properties = &input["properties"];
    let qualified = properties.get(format!("{location}.{name}"));
    qualified.or_else(|| properties.get(name))
}
