//! Calling an operation by its name, JSON in and JSON out.
//!
//! The inputs are one flat object: parameters and body properties side by side, under the names that the document gives
//! them. Headers that the client holds may stand there as well, and win.

use std::error::Error as StdError;
use std::fmt;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::{Value, json};

use super::answer::{Root, decode_json};
use super::call::finish;
use super::send::{Failure, Options};
use super::{
    Answer, Call, CallFuture, Client, ClientBuilder, ConfigError, DecodeError, Error, ErrorKind,
    JsonObject, Nullable, Operation, Request, RetryPolicy,
};

type JsonResult = Result<Value, JsonCallError>;

impl Client {
    /// Calls the operation of this `operationId` with its inputs as a JSON object; the answer is encoded again.
    pub async fn call_json(&self, operation: &str, input: Value) -> Result<Value, JsonCallError> {
        let api = self.settings().api;
        let Some(named) = api
            .operations
            .iter()
            .find(|named| named.operation.id() == operation)
        else {
            return Err(JsonCallError::UnknownOperation(operation.to_owned()));
        };
        let wrong = |error| JsonCallError::Input(named.operation, error);
        let mut input = Input::new(input).map_err(wrong)?;
        let mut options = Options::default();
        for header in api.headers {
            if let Some(value) = input.header(header.name).map_err(wrong)? {
                options.headers.push((header.name.to_owned(), value));
            }
        }
        let call = (named.call)(self, &mut input, options).map_err(wrong)?;
        input.finish().map_err(wrong)?;
        call.await
    }
}

/// An operation that can be called by its name. Generated code has a table of them.
#[derive(Clone, Copy, Debug)]
pub struct NamedOperation {
    operation: Operation,
    call: fn(&Client, &mut Input, Options) -> Result<CallFuture<JsonResult>, InputError>,
}

impl NamedOperation {
    /// The operation that `R` is the request of.
    pub const fn of<R: Request<Response: Serialize> + FromInput>() -> Self {
        Self {
            operation: R::OPERATION,
            call: call::<R>,
        }
    }

    /// The operation: its id, method and path.
    pub const fn operation(&self) -> Operation {
        self.operation
    }
}

fn call<R: Request<Response: Serialize> + FromInput>(
    client: &Client,
    input: &mut Input,
    options: Options,
) -> Result<CallFuture<JsonResult>, InputError> {
    let call = Call {
        client: client.clone(),
        request: R::from_input(input)?,
        options,
    };
    Ok(call.start(to_json::<R>))
}

fn to_json<R: Request<Response: Serialize>>(result: Result<Answer, Failure>) -> JsonResult {
    let response = finish::<R>(result).map_err(|error| JsonCallError::Call(error.untyped()))?;
    json_value(R::OPERATION, serde_json::to_vec(&response))
}

/// By way of JSON text, so that a type is compiled for one serializer only.
fn json_value(operation: Operation, text: serde_json::Result<Vec<u8>>) -> JsonResult {
    text.and_then(|text| serde_json::from_slice(&text))
        .map_err(|error| JsonCallError::Output(operation, error.to_string()))
}

/// A request that can be made of flat JSON input. Generated code implements it.
pub trait FromInput: Sized {
    /// Takes the inputs of the operation.
    fn from_input(input: &mut Input) -> Result<Self, InputError>;
}

/// Flat JSON input, from which an operation takes what it knows.
#[derive(Clone, Debug)]
pub struct Input {
    members: JsonObject,
}

impl Input {
    fn new(input: Value) -> Result<Self, InputError> {
        match input {
            Value::Object(members) => Ok(Self { members }),
            _ => Err(InputError::NotAnObject),
        }
    }

    /// A member that must be there.
    pub fn required<T: DeserializeOwned>(&mut self, name: &'static str) -> Result<T, InputError> {
        let text = self.take(name).ok_or(InputError::Missing(name))?;
        decode(name, &text)
    }

    /// A member that may be absent or `null`.
    pub fn optional<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, InputError> {
        self.take(name).map_or(Ok(None), |text| decode(name, &text))
    }

    /// A member that must be there and may be `null`.
    pub fn nullable<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, InputError> {
        self.required(name)
    }

    /// A member that may be absent, `null` or a value.
    pub fn optional_nullable<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<Nullable<T>>, InputError> {
        self.take(name).map(|text| decode(name, &text)).transpose()
    }

    /// A body that is one argument, made of its members that are there. Each is given by its name in the body and its name
    /// in the input.
    pub fn object<T: DeserializeOwned>(
        &mut self,
        members: &'static [(&'static str, &'static str)],
    ) -> Result<T, InputError> {
        let body = self.take_object(members);
        decode_body(body)
    }

    /// The same for a body that may be absent: it is when none of its members is there.
    pub fn optional_object<T: DeserializeOwned>(
        &mut self,
        members: &'static [(&'static str, &'static str)],
    ) -> Result<Option<T>, InputError> {
        let body = self.take_object(members);
        if body.is_empty() {
            return Ok(None);
        }
        decode_body(body).map(Some)
    }

    fn take_object(&mut self, members: &[(&'static str, &'static str)]) -> JsonObject {
        members
            .iter()
            .filter_map(|(member, name)| Some(((*member).to_owned(), self.members.remove(*name)?)))
            .collect()
    }

    fn take(&mut self, name: &str) -> Option<Vec<u8>> {
        self.members
            .remove(name)
            .map(|value| value.to_string().into_bytes())
    }

    /// Takes a header that the client holds, under its name or its qualified name.
    fn header(&mut self, name: &'static str) -> Result<Option<String>, InputError> {
        let qualified = format!("header.{name}");
        let value = self
            .members
            .remove(&qualified)
            .or_else(|| self.members.remove(name));
        match value {
            None | Some(Value::Null) => Ok(None),
            Some(value) => decode(name, value.to_string().as_bytes())
                .map(|text: String| Some(text).filter(|text| !text.is_empty())),
        }
    }

    fn finish(self) -> Result<(), InputError> {
        match self.members.into_iter().next() {
            Some((name, _)) => Err(InputError::Unknown(name)),
            None => Ok(()),
        }
    }
}

fn decode<T: DeserializeOwned>(name: &'static str, text: &[u8]) -> Result<T, InputError> {
    decode_json(text).map_err(|error| InputError::Invalid(name, error))
}

fn decode_body<T: DeserializeOwned>(members: JsonObject) -> Result<T, InputError> {
    let text = Value::Object(members).to_string().into_bytes();
    decode_json(&text).map_err(InputError::Body)
}

/// Input that an operation does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// The input is no JSON object.
    NotAnObject,
    /// A member that the operation does not know.
    Unknown(String),
    /// A member that the operation requires is missing.
    Missing(&'static str),
    /// A member has a value of the wrong type.
    Invalid(&'static str, DecodeError),
    /// The members of the body do not make a body.
    Body(DecodeError),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => write!(f, "the input must be a JSON object"),
            Self::Unknown(name) => write!(f, "unknown input member `{name}`"),
            Self::Missing(name) => write!(f, "missing input member `{name}`"),
            Self::Body(error) => {
                write!(f, "wrong input: ")?;
                error.describe(f, Root::Unnamed)
            }
            Self::Invalid(name, error) => {
                write!(f, "wrong input member `{name}`: ")?;
                error.describe(f, Root::Unnamed)
            }
        }
    }
}

impl StdError for InputError {}

/// A call by name that failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum JsonCallError {
    /// No operation has this `operationId`.
    UnknownOperation(String),
    /// The input does not fit the operation. Nothing was sent.
    Input(Operation, InputError),
    /// The call failed.
    Call(Error),
    /// The answer cannot be written as JSON.
    Output(Operation, String),
}

impl JsonCallError {
    /// The error as JSON: `kind` and `message`, and `status` and `body` where the service answered with an error.
    pub fn to_json(&self) -> Value {
        let kind = match self {
            Self::UnknownOperation(_) => "operation",
            Self::Input(..) => "input",
            Self::Output(..) => "output",
            Self::Call(error) => match error.kind() {
                ErrorKind::Config(_) => "config",
                ErrorKind::Encode(_) => "encode",
                ErrorKind::Transport(_) => "transport",
                ErrorKind::Timeout(_) => "timeout",
                ErrorKind::TooLarge(_) => "tooLarge",
                ErrorKind::Decode(_) => "decode",
                ErrorKind::Api(_) => "api",
                ErrorKind::RepeatedPage(_) => "repeatedPage",
            },
        };
        let mut json = json!({ "kind": kind, "message": self.to_string() });
        if let Self::Call(error) = self
            && let Some(api) = error.api()
        {
            json["status"] = api.status().into();
            json["body"] = api.body().cloned().unwrap_or_else(|| api.text().into());
        }
        json
    }
}

impl fmt::Display for JsonCallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOperation(id) => write!(f, "unknown operation `{id}`"),
            Self::Input(operation, error) => write!(f, "{}: {error}", operation.id()),
            Self::Call(error) => error.fmt(f),
            Self::Output(operation, problem) => write!(
                f,
                "{}: the answer cannot be written as JSON: {problem}",
                operation.id()
            ),
        }
    }
}

impl StdError for JsonCallError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Input(_, error) => Some(error),
            Self::Call(error) => error.source(),
            Self::UnknownOperation(_) | Self::Output(..) => None,
        }
    }
}

impl ClientBuilder {
    /// Takes settings from JSON: `apiUrl`, `token`, `retry`, and the camel case of each header's setting.
    ///
    /// `null` leaves a setting as it is; `"retry": false` switches retries off.
    pub fn with_settings(mut self, settings: &JsonObject) -> Result<Self, ConfigError> {
        self.name = member;
        for (name, value) in settings.iter().filter(|(_, value)| !value.is_null()) {
            let header = self
                .api
                .headers
                .iter()
                .find(|header| camel_case(header.setting) == *name);
            self = match (name.as_str(), header, value) {
                ("apiUrl", _, Value::String(url)) => self.base_url(url),
                ("token", _, Value::String(token)) => self.token(token),
                ("retry", _, Value::Bool(true)) => self.retry(RetryPolicy::default()),
                ("retry", _, Value::Bool(false)) => self.retry(RetryPolicy::none()),
                ("retry", ..) => {
                    return Err(ConfigError::new(name, None, "must be true or false"));
                }
                (_, Some(header), Value::String(value)) => self.header(header.name, value),
                ("apiUrl" | "token", ..) | (_, Some(_), _) => {
                    return Err(ConfigError::new(name, None, "must be a string"));
                }
                _ => return Err(ConfigError::new(name, None, "is not known")),
            };
        }
        Ok(self)
    }
}

/// The member that a setting is called in JSON.
fn member(setting: &str) -> String {
    match setting {
        "base_url" => "apiUrl".to_owned(),
        _ => camel_case(setting),
    }
}

/// `bot_id` to `botId`.
fn camel_case(setting: &str) -> String {
    let mut words = setting.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_gives_what_is_asked_for() {
        let mut input =
            Input::new(json!({"a": 1, "b": null, "c": "x", "header.x-h": "q"})).unwrap();
        assert_eq!(input.required::<u8>("a"), Ok(1));
        assert_eq!(input.required::<u8>("a"), Err(InputError::Missing("a")));
        assert_eq!(input.clone().optional::<u8>("b"), Ok(None));
        assert_eq!(input.clone().nullable::<u8>("b"), Ok(None));
        assert_eq!(input.optional_nullable::<u8>("b"), Ok(Some(Nullable::Null)));
        assert_eq!(input.optional_nullable::<u8>("b"), Ok(None));
        assert_eq!(input.nullable::<u8>("b"), Err(InputError::Missing("b")));
        assert_eq!(input.header("x-h"), Ok(Some("q".to_owned())));
        assert_eq!(
            input.clone().finish(),
            Err(InputError::Unknown("c".to_owned()))
        );
        let error = input.required::<Vec<u8>>("c").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("wrong input member `c`: invalid type: string \"x\""),
            "{error}"
        );
        assert_eq!(input.finish(), Ok(()));
        assert_eq!(Input::new(json!([])).unwrap_err(), InputError::NotAnObject);
    }

    #[test]
    fn a_body_is_made_of_its_members() {
        const MEMBERS: &[(&str, &str)] = &[("id", "body.id"), ("n", "n")];
        let mut input = Input::new(json!({"id": 1, "body.id": 2})).unwrap();
        let body: Value = input.clone().object(MEMBERS).unwrap();
        assert_eq!(body, json!({"id": 2}));
        assert_eq!(input.optional_object::<Value>(MEMBERS), Ok(Some(body)));
        assert_eq!(input.optional_object::<Value>(MEMBERS), Ok(None));
        assert_eq!(input.object::<Value>(MEMBERS), Ok(json!({})));
        assert_eq!(input.finish(), Err(InputError::Unknown("id".to_owned())));
    }

    #[test]
    fn camel_case_of_a_setting() {
        assert_eq!(camel_case("integration_alias"), "integrationAlias");
        assert_eq!(camel_case("token"), "token");
    }
}
