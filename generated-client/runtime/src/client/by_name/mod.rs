//! Calls by operation name, with JSON input and output.
//!
//! The input is one flat object: parameters and body properties together, under the names of the document. It can also
//! contain headers of the client, which take precedence. Inputs that the document does not declare need a qualified name:
//! `query.…`, `header.…`, `body.…`.

mod input;
mod input_error;
mod nearest;
mod schemas;
mod settings;

use std::error::Error as StdError;
use std::fmt;

use serde_core::Serialize;
use serde_json::{Value, json};

use super::CallSettings;
use super::call::{finish, start};
use super::call_summary::Outcome;
use super::{CallFuture, ClientCore, Error, FromResponse, Operation, Reading, Request};
use crate::model::json::to_text;
pub use input::{FromInput, Input};
pub use input_error::InputError;
use nearest::nearest;
pub use schemas::Schemas;

/// Prefixes of the names of inputs that are ambiguous without them.
const QUALIFICATIONS: [&str; 5] = ["path.", "query.", "header.", "cookie.", "body."];

type JsonResult = Result<Value, JsonCallError>;

/// An operation that can be called by name. The function `operations` of a client returns all of them.
#[derive(Clone, Copy, Debug)]
pub struct NamedOperation {
    operation: Operation,
    /// The id of the operation in the document, which may have several variants by media type.
    base: &'static str,
    content_types: &'static [&'static str],
    schemas: &'static Schemas,
    call: fn(&ClientCore, Input, CallSettings) -> Result<CallFuture<JsonResult>, InputError>,
}

impl NamedOperation {
    /// The operation of a request type.
    #[doc(hidden)]
    pub const fn of<R: Request<Response: Serialize> + FromInput>(
        schemas: &'static Schemas,
    ) -> Self {
        Self {
            operation: R::OPERATION,
            base: R::OPERATION.id(),
            content_types: &[],
            schemas,
            call: call::<R>,
        }
    }

    /// The operation as a variant of another one, for these media types.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_content_types(
        self,
        base: &'static str,
        content_types: &'static [&'static str],
    ) -> Self {
        Self {
            base,
            content_types,
            ..self
        }
    }

    /// The media types of the body, if there is more than one.
    pub const fn content_types(&self) -> &'static [&'static str] {
        self.content_types
    }

    /// Replaces the error for a missing input if there is an unknown one with a similar name.
    fn with_misspelled_input(&self, error: InputError, given: &[String]) -> InputError {
        let schema = self.input_schema();
        let is_declared = |name: &str| schema["properties"].get(name).is_some();
        let is_missing = |name: &String| !given.contains(name);
        let missing: Vec<String> = match &error {
            InputError::Missing { name } => vec![(*name).to_owned()],
            // A member of the body may be what is missing, unless the value of one is wrong.
            InputError::Body(error) if error.path() == "$" => {
                let inputs = schema["properties"].as_object().into_iter().flatten();
                let names = inputs.map(|(name, _)| name);
                names.filter(|name| is_missing(name)).cloned().collect()
            }
            _ => return error,
        };
        let unknown = given.iter().filter(|name| !is_declared(name));
        let mut misspelled = unknown.filter_map(|name| {
            let nearest = nearest(name, missing.iter().cloned())?;
            let name = name.clone();
            Some(InputError::Misspelled { name, nearest })
        });
        misspelled.next().unwrap_or(error)
    }

    /// Adds to the error for an unknown name the inputs that are probably meant: those with this name and a qualification, or
    /// else one with a similar name.
    fn with_similar_names(&self, error: InputError) -> InputError {
        let InputError::Unknown { name } = error else {
            return error;
        };
        let schema = self.input_schema();
        let inputs = schema["properties"].as_object().into_iter().flatten();
        let inputs: Vec<&String> = inputs.map(|(input, _)| input).collect();
        let is_qualified = |input: &&&String| {
            let prefix = input.strip_suffix(&*name);
            prefix.is_some_and(|prefix| QUALIFICATIONS.contains(&prefix))
        };
        let qualified = inputs.iter().filter(is_qualified);
        let qualified: Vec<String> = qualified.copied().cloned().collect();
        if !qualified.is_empty() {
            return InputError::Ambiguous { qualified };
        }
        match nearest(&name, inputs.into_iter().cloned()) {
            Some(nearest) => InputError::Misspelled { name, nearest },
            None => InputError::Unknown { name },
        }
    }

    fn takes(&self, content_type: &str) -> bool {
        let mut known = self.content_types.iter();
        self.content_types.is_empty() || known.any(|known| known.eq_ignore_ascii_case(content_type))
    }

    /// Matches the id, or the method and path as in `GET /users/{id}`, because some documents have no ids.
    fn is_called(&self, name: &str) -> bool {
        let route = name.split_once(' ');
        let is_route = |(method, path)| {
            self.operation.method().as_str() == method && self.operation.path() == path
        };
        self.operation.id() == name || self.base == name || route.is_some_and(is_route)
    }

    /// The names by which the operation can be called.
    fn names(&self) -> [String; 2] {
        let operation = self.operation;
        let route = format!("{} {}", operation.method(), operation.path());
        [operation.id().to_owned(), route]
    }

    /// The operation, with its id, method and path.
    pub const fn operation(&self) -> Operation {
        self.operation
    }

    /// The description as CommonMark; empty if the document has none.
    pub fn docs(&self) -> &'static str {
        self.schemas.docs(self.operation)
    }

    /// The input of `Client::call_json`, as a self-contained JSON Schema (2020-12).
    pub fn input_schema(&self) -> Value {
        self.schemas.schema(self.operation, "input")
    }

    /// The output of `Client::call_json`, as a self-contained JSON Schema (2020-12).
    pub fn output_schema(&self) -> Value {
        self.schemas.schema(self.operation, "output")
    }
}

/// Calls the operation with this name.
pub async fn call_json(
    client: &ClientCore,
    operations: &[NamedOperation],
    schemas: &Schemas,
    operation: &str,
    content_type: Option<&str>,
    input: Value,
) -> Result<Value, JsonCallError> {
    let mut candidates = operations
        .iter()
        .filter(|named| named.is_called(operation))
        .peekable();
    let Some(first) = candidates.peek().copied() else {
        let name = operation.to_owned();
        return Err(match schemas.features(operation) {
            Some(features) => JsonCallError::NotCompiled { name, features },
            None => {
                let nearest = nearest(&name, operations.iter().flat_map(NamedOperation::names));
                JsonCallError::UnknownOperation { name, nearest }
            }
        });
    };
    let named = match content_type {
        None => first,
        Some(wanted) => candidates
            .find(|named| named.takes(wanted))
            .ok_or_else(|| unknown_content_type(first, wanted))?,
    };
    let operation = named.operation;
    let wrong = |error| JsonCallError::Input {
        operation,
        error: Box::new(named.with_similar_names(error)),
    };
    let mut input = Input::new(input).map_err(wrong)?;
    let mut settings = CallSettings {
        is_by_name: true,
        ..CallSettings::default()
    };
    // The request already declares the first media type, and multipart bodies need their boundary.
    let is_implied = |wanted: &&str| {
        let first = named.content_types().first();
        first.is_some_and(|first| first.eq_ignore_ascii_case(wanted))
            || wanted.to_ascii_lowercase().starts_with("multipart/")
    };
    if let Some(wanted) = content_type.filter(|wanted| !is_implied(wanted)) {
        let name = http::header::CONTENT_TYPE.as_str();
        settings.headers.push((name.to_owned(), wanted.to_owned()));
    }
    let headers = client.settings().api.headers.iter();
    for header in headers.filter(|header| named.operation.takes(header)) {
        if let Some(value) = input.header(header.name).map_err(wrong)? {
            settings.headers.push((header.name.to_owned(), value));
        }
    }
    let given = input.names();
    let call = (named.call)(client, input, settings);
    call.map_err(|error| wrong(named.with_misspelled_input(error, &given)))?
        .await
}

fn unknown_content_type(operation: &NamedOperation, wanted: &str) -> JsonCallError {
    let content_type = wanted.to_owned();
    JsonCallError::Input {
        operation: operation.operation,
        error: Box::new(InputError::ContentType { content_type }),
    }
}

fn call<R: Request<Response: Serialize> + FromInput>(
    client: &ClientCore,
    mut input: Input,
    mut settings: CallSettings,
) -> Result<CallFuture<JsonResult>, InputError> {
    let request = R::from_input(&mut input);
    let request = request.map_err(|error| input.explained(error))?;
    input.finish(&mut settings)?;
    // Only a complete response can be written as JSON.
    let reading = |status| match R::Response::reading(status) {
        Reading::AsStream => Reading::Whole,
        other => other,
    };
    Ok(start(client, &request, &settings, reading, to_json::<R>))
}

fn to_json<R: Request<Response: Serialize>>(outcome: Outcome) -> JsonResult {
    let response = finish::<R>(outcome).map_err(|error| JsonCallError::Call(error.untyped()))?;
    json_value(R::OPERATION, to_text(&response))
}

fn json_value(operation: Operation, text: serde_json::Result<Vec<u8>>) -> JsonResult {
    text.and_then(|text| serde_json::from_slice(&text))
        .map_err(|error| JsonCallError::Output { operation, error })
}

/// A failed call by name.
#[non_exhaustive]
pub enum JsonCallError {
    /// No operation has this `operationId`.
    UnknownOperation {
        /// The name that the call used.
        name: String,
        /// A similar name that an operation has.
        nearest: Option<String>,
    },
    /// The operation is not compiled in, because it belongs to cargo features that are off.
    NotCompiled {
        /// The name that the call used.
        name: String,
        /// The features of the client's crate, any of which adds the operation.
        features: Vec<String>,
    },
    /// The input does not fit the operation. Nothing was sent.
    Input {
        /// The operation.
        operation: Operation,
        /// The problem.
        error: Box<InputError>,
    },
    /// The call failed.
    Call(Error),
    /// The response cannot be written as JSON.
    Output {
        /// The operation.
        operation: Operation,
        /// The problem.
        error: serde_json::Error,
    },
}

impl JsonCallError {
    /// The error as JSON: `kind` and `message`, and `status` and `body` where the service responded with an error. A compressed
    /// body is left out.
    pub fn to_json(&self) -> Value {
        let kind = match self {
            Self::UnknownOperation { .. } | Self::NotCompiled { .. } => "operation",
            Self::Input { .. } => "input",
            Self::Output { .. } => "output",
            Self::Call(error) => error.kind().name(),
        };
        let mut json = json!({ "kind": kind, "message": self.to_string() });
        if let Self::Call(error) = self
            && let Some(api) = error.api()
        {
            json["status"] = api.status().into();
            let is_text = api.response().compression().is_none();
            let text = || is_text.then(|| api.text().into());
            if let Some(body) = api.body().cloned().or_else(text) {
                json["body"] = body;
            }
        }
        json
    }
}

impl fmt::Display for JsonCallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOperation { name, nearest } => {
                write!(f, "unknown operation `{name}`")?;
                match nearest {
                    Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
                    None => Ok(()),
                }
            }
            Self::NotCompiled { name, features } => write!(
                f,
                "the operation `{name}` is not compiled in: it needs the cargo feature `{}`",
                features.join("` or `")
            ),
            Self::Input { operation, error } => write!(f, "{}: {error}", operation.id()),
            Self::Call(error) => error.fmt(f),
            Self::Output { operation, error } => write!(
                f,
                "{}: the response cannot be written as JSON: {error}",
                operation.id()
            ),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for JsonCallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text already includes the cause, so `source` returns the cause of that.
impl StdError for JsonCallError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Call(error) => error.source(),
            _ => None,
        }
    }
}
