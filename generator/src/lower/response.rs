//! The responses of an operation, by status.

use serde_json::Value;

use super::keywords::ValueKind;
use super::types::Scope;
use super::{Lowering, media};
use crate::api::{Constraints, Content, Parameter, ParameterLocation, Response, Status, Type};
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Child, Node};
use crate::source::Pointer;

const CHILDREN: &[(&str, Child)] = &[
    ("content", Child::Left),
    ("headers", Child::Left),
    ("links", Child::Left),
];

/// All responses of an operation.
pub(super) struct Responses {
    pub(super) successes: Vec<Response>,
    pub(super) errors: Vec<Response>,
    /// Statuses of redirects among the successes.
    pub(super) redirects: Vec<u16>,
    /// The media types that can be read, if there are others than JSON.
    pub(super) accepts: Vec<String>,
}

impl<'d> Lowering<'_, 'd> {
    /// Reads the responses of an operation.
    pub(super) fn responses(
        &mut self,
        operation: &Node<'d>,
        parameters: &[Parameter],
        scope: &Scope,
    ) -> Result<Responses, Reported> {
        let mut responses = Vec::new();
        for (key, node) in operation.members_of("responses") {
            if key.starts_with("x-") {
                continue;
            }
            match status(key) {
                Some(status) => responses.push((status, node.resolve(self.reporter)?)),
                None => self.reporter.warning(
                    Code::Status,
                    &node.pointer,
                    format!("`{key}` is not a valid status, so this response is left out"),
                    Help::new("use a status such as `404`, a class such as `4XX`, or `default`")
                        .remove(),
                ),
            }
        }
        let has_success = responses.iter().any(|(status, _)| is_success(*status));
        // If there is a success, nobody needs a redirect without a `Location`, or 304 unless a parameter asks for it.
        let is_conditional = parameters.iter().any(makes_conditional);
        let is_response = |(status, node): &(Status, Node<'d>)| {
            let is_needed = !has_success
                || has_location(node)
                || (is_conditional && *status == Status::Code(304));
            is_redirect(*status) && is_needed
        };
        let (responses, unused): (Vec<_>, Vec<_>) = responses
            .into_iter()
            .partition(|response| !is_between(response.0) || is_response(response));
        for (status, node) in unused {
            if is_without_content(status) {
                self.check_no_content(status, &node);
            }
        }
        let is_redirected = responses.iter().any(|(status, _)| is_redirect(*status));
        let redirects = responses.iter().flat_map(|(status, _)| redirects(*status));
        let redirects = redirects.collect();
        let has_success = has_success || is_redirected;
        let (successes, errors): (Vec<_>, Vec<_>) =
            responses.into_iter().partition(|(status, _)| {
                let is_success = is_success(*status) || is_redirect(*status);
                is_success || (!has_success && *status == Status::Default)
            });
        let with_content = successes.iter().chain(&errors);
        let with_content = with_content.filter(|(status, _)| !is_without_content(*status));
        let accepts = self.accepts(with_content.map(|(_, node)| node));
        let known: Vec<Pointer> = successes
            .iter()
            .map(|(_, node)| node.pointer.clone())
            .collect();
        let successes = self.successes(&successes, scope)?;
        let errors = self.errors(operation, &errors, &known, scope)?;
        Ok(Responses {
            successes,
            errors,
            redirects,
            accepts,
        })
    }

    fn successes(
        &mut self,
        responses: &[(Status, Node<'d>)],
        scope: &Scope,
    ) -> Result<Vec<Response>, Reported> {
        let mut lowered = Vec::new();
        for (status, node) in responses {
            let noun = distinct("response", *status, responses);
            lowered.push(self.response(*status, node, &scope.join(&noun))?);
        }
        if lowered.is_empty() {
            lowered.push(Response {
                status: Status::Default,
                content: Content::Nothing,
                constraints: Constraints::default(),
                docs: None,
            });
        }
        Ok(merged(lowered))
    }

    fn errors(
        &mut self,
        operation: &Node<'d>,
        responses: &[(Status, Node<'d>)],
        successes: &[Pointer],
        scope: &Scope,
    ) -> Result<Vec<Response>, Reported> {
        let mut lowered = Vec::new();
        for (status, node) in responses {
            if successes.contains(&node.pointer) {
                let at = operation.pointer.join("responses").join(word(*status));
                self.reporter.warning(
                    Code::ErrorIsSuccess,
                    &at,
                    format!(
                        "the `{}` response repeats the successful one: errors are not decoded as it",
                        word(*status)
                    ),
                    Help::new("describe the error with a separate response, or remove it")
                        .remove(),
                );
                continue;
            }
            let noun = distinct("error", *status, responses);
            let response = self.response(*status, node, &scope.join(&noun))?;
            if response.content.json().is_some_and(Type::is_external) {
                self.reporter.warning(
                    Code::RustType,
                    &node.pointer,
                    "the body of an error is returned as any JSON value, whatever its `x-rust-type`",
                    "decode it from the error's `body()`, or remove the `x-rust-type`",
                );
            }
            // The body of an error that is not JSON is kept as text anyway.
            if response.content.json().is_some() {
                lowered.push(response);
            }
        }
        Ok(merged(lowered))
    }

    fn response(
        &mut self,
        status: Status,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Result<Response, Reported> {
        node.read::<openapiv3::Response>(CHILDREN, self.reporter)?;
        let (content, constraints) = if is_without_content(status) {
            self.check_no_content(status, node);
            (Content::Nothing, Constraints::default())
        } else {
            self.content(node, scope)?
        };
        Ok(Response {
            status,
            content,
            constraints,
            docs: node.string("description").map(str::to_owned),
        })
    }

    fn check_no_content(&self, status: Status, node: &Node<'d>) {
        let content = node.get("content");
        if let Some(content) = content.filter(|_| node.has_members("content")) {
            let message = format!("a response with the status {} has no content", word(status));
            let help = Help::new("remove the content, or use another status").remove();
            self.reporter
                .warning(Code::UnusedContent, &content.pointer, message, help);
        }
    }

    /// The content of a response, and its constraints.
    fn content(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
    ) -> Result<(Content, Constraints), Reported> {
        let unlimited = Constraints::default();
        let Some((name, chosen)) = chosen(node) else {
            return Ok((Content::Nothing, unlimited));
        };
        self.check_other_content(node, &chosen);
        self.check_media_type(name, &chosen);
        let named = self.concrete(name, &chosen);
        let is_json = media::is_json(&named);
        if let Some(stream) = self.stream(name, &chosen, scope)? {
            return Ok(stream);
        }
        let schema = chosen.get("schema");
        let is_binary = self.is_binary(&chosen);
        if !is_json {
            let message = format!(
                "`x-rust-type` has no effect on a `{name}` response, which is returned as it is"
            );
            self.warn_of_rust_type(schema.as_ref(), &message);
        }
        Ok(match schema {
            // JSON cannot hold the bytes of a file, so this is a file of any media type.
            Some(schema) if is_json && !is_binary => {
                let lowered = self.schema(&schema, scope)?;
                self.types.describe(&lowered.ty, node.string("description"));
                let (ty, constraints) = lowered.limited_item();
                (Content::Json(ty), constraints)
            }
            None if is_json => (Content::Json(Type::Any), unlimited),
            _ if media::is_text(&named) && !is_binary => {
                self.check_plain_content(&chosen, true);
                (Content::Text(name.to_owned()), unlimited)
            }
            _ => {
                self.check_plain_content(&chosen, false);
                (Content::Binary(name.to_owned()), unlimited)
            }
        })
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The media types to request; empty if they are all JSON.
    fn accepts<'n>(&self, responses: impl Iterator<Item = &'n Node<'d>>) -> Vec<String>
    where
        'd: 'n,
    {
        let mut accepted: Vec<String> = Vec::new();
        let chosen = responses.filter_map(|node| Some((node, chosen(node)?)));
        let readable = chosen.flat_map(|(node, chosen)| {
            let others = self.also_read(node, &chosen.1);
            [chosen].into_iter().chain(others)
        });
        for (name, media) in readable {
            let concrete = self.concrete(name, &media);
            let name = if media::is_json(&concrete) {
                concrete.as_str()
            } else {
                name
            };
            let essence = media::essence(name);
            let is_writable = essence.chars().all(|char| char.is_ascii_graphic());
            if !essence.is_empty() && is_writable && !accepted.contains(&essence) {
                accepted.push(essence);
            }
        }
        if accepted.iter().all(|name| name == "application/json") {
            accepted.clear();
        }
        accepted
    }

    /// The other content of the same schema that the client reads as well: plain text next to JSON if both are strings, and
    /// all bytes.
    fn also_read(&self, response: &Node<'d>, chosen: &Node<'d>) -> Vec<(&'d str, Node<'d>)> {
        let mut others = response.members_of("content");
        others.retain(|(name, other)| {
            let is_text = media::essence(name) == "text/plain" && self.is_string(other);
            let is_other = other.pointer != chosen.pointer && value(other) == value(chosen);
            is_other && (is_text || self.is_binary(other))
        });
        others
    }

    fn is_binary(&self, media: &Node<'d>) -> bool {
        let schema = media.get("schema");
        let target = schema.and_then(|schema| self.target(&schema).ok());
        target.is_some_and(|target| media::is_binary(&target))
    }

    fn is_string(&self, media: &Node<'d>) -> bool {
        let schema = media.get("schema");
        let target = schema.and_then(|schema| self.target(&schema).ok());
        target.is_some_and(|target| {
            matches!(self.kind(&target), Ok(ValueKind::String)) && !media::is_binary(&target)
        })
    }

    /// Reports content that is not requested, unless it is another representation of the same value.
    fn check_other_content(&self, response: &Node<'d>, chosen: &Node<'d>) {
        for (name, other) in response.members_of("content") {
            if let Some(encoding) = other.get("encoding") {
                let message = "`encoding` applies to bodies of requests, but not to responses";
                let help = Help::new("it has no effect, so it can be removed").remove();
                self.reporter
                    .warning(Code::Encoding, &encoding.pointer, message, help);
            }
            if other.pointer == chosen.pointer || value(&other) == value(chosen) {
                continue;
            }
            let used = chosen.pointer.steps().last().map(String::as_str);
            let message = format!(
                "`{name}` content is not requested: the response is read as `{}`",
                used.unwrap_or_default()
            );
            let help = Help::new("to request it instead, remove the other content")
                .remove_at(&chosen.pointer);
            self.reporter
                .warning(Code::UnusedContent, &other.pointer, message, help);
        }
    }
}

/// The content to read: JSON if there is any, or else the first.
fn chosen<'d>(response: &Node<'d>) -> Option<(&'d str, Node<'d>)> {
    let media = response.members_of("content");
    let json = media.iter().find(|(name, _)| media::is_json(name));
    json.or(media.first()).cloned()
}

/// The schema of some content, as it is written.
fn value<'d>(media: &Node<'d>) -> Option<&'d Value> {
    let mut schemas = ["schema", "itemSchema"].iter();
    schemas.find_map(|key| media.value.get(key))
}

/// Words that identify a response among others.
fn distinct(noun: &str, status: Status, among: &[(Status, Node<'_>)]) -> String {
    match among {
        [_] => noun.to_owned(),
        _ => format!("{noun} {}", word(status)),
    }
}

/// Merges the responses into one, if they are all the same.
fn merged(mut responses: Vec<Response>) -> Vec<Response> {
    // Exact statuses come before classes, and classes before `default`.
    responses.sort_by_key(|response| response.status);
    // A redirect means something else, even if it has the same content.
    if let [first, others @ ..] = responses.as_slice()
        && others.iter().all(|other| {
            other.content == first.content && is_redirect(other.status) == is_redirect(first.status)
        })
    {
        // The last status covers most.
        let status = others.last().map_or(first.status, |last| last.status);
        let is_same = |other: &Response| other.constraints == first.constraints;
        let constraints = others
            .iter()
            .all(is_same)
            .then(|| first.constraints.clone());
        responses.truncate(1);
        responses[0].status = status;
        responses[0].constraints = constraints.unwrap_or_default();
    }
    responses
}

fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    if let Some(class) = key.strip_suffix("XX").or(key.strip_suffix("xx")) {
        let class = class.parse().ok()?;
        return (1..=5).contains(&class).then_some(Status::Class(class));
    }
    let code = key.parse().ok()?;
    (100..1000).contains(&code).then_some(Status::Code(code))
}

/// The status as written in a document.
fn word(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Class(class) => format!("{class}XX"),
        Status::Default => "default".to_owned(),
    }
}

fn is_success(status: Status) -> bool {
    matches!(status, Status::Code(200..=299) | Status::Class(2))
}

/// Whether HTTP allows no content in a response with this status.
fn is_without_content(status: Status) -> bool {
    matches!(status, Status::Code(204 | 205 | 304))
}

fn is_redirect(status: Status) -> bool {
    matches!(status, Status::Code(300..=399) | Status::Class(3))
}

/// The codes of redirects.
fn redirects(status: Status) -> Vec<u16> {
    match status {
        Status::Code(code) if is_redirect(status) => vec![code],
        Status::Class(3) => (300..=308).collect(),
        _ => Vec::new(),
    }
}

/// Whether the service can respond to a header with 304.
fn makes_conditional(parameter: &Parameter) -> bool {
    let names = ["if-none-match", "if-modified-since"];
    let name = parameter.property.name.to_ascii_lowercase();
    parameter.location == ParameterLocation::Header && names.contains(&name.as_str())
}

/// Whether a response describes the target of a redirect.
fn has_location(response: &Node<'_>) -> bool {
    let headers = response.get("headers");
    let mut names = headers.iter().flat_map(Node::keys);
    names.any(|name| name.eq_ignore_ascii_case("location"))
}

/// Whether a status is neither success nor failure.
fn is_between(status: Status) -> bool {
    matches!(
        status,
        Status::Code(100..=199 | 300..=399) | Status::Class(1 | 3)
    )
}
