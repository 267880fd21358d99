//! Values and replies that match the JSON Schemas of an API.

use std::fmt;
use std::marker::PhantomData;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::{Value, json};

use super::fixture::text_of;
use super::sample::{Direction, Sampler, Schemas, list, text};
use super::{ApiClient, Reply, SentRequest};
use crate::client::{decode_json, expect_all_members};
use crate::model::json::to_text;

/// Values that match the JSON Schemas of an API, for tests. They depend only on the seed and on the name.
///
/// They match the whole schema, with two exceptions: a text with a `pattern` only matches it if the schema has an `example` or a
/// `default`, and names that the document does not list follow no `propertyNames`. The schemas lack what the generator has reported as
/// a `dropped-keyword`.
pub struct Samples<C> {
    source: Source,
    client: PhantomData<fn() -> C>,
}

impl<C: ApiClient> Samples<C> {
    /// The values for a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            source: Source::new(C::schemas(), seed),
            client: PhantomData,
        }
    }

    /// Values for a seed that programs would hardly use: where the schema allows it, texts have any characters, and numbers any
    /// size. They show whether values survive encoding and decoding.
    pub fn arbitrary(seed: u64) -> Self {
        let mut samples = Self::new(seed);
        samples.source.is_arbitrary = true;
        samples
    }

    /// The input of an operation, for a call by name.
    ///
    /// # Panics
    ///
    /// If the document has no operation with this id.
    #[track_caller]
    pub fn input(&self, operation: &str) -> Value {
        let Some(schemas) = self.source.schemas.operation(operation) else {
            panic!("the document has no operation `{operation}`");
        };
        let mut sampler = self
            .source
            .sampler(Direction::Input, [operation.as_bytes()]);
        let schema = &schemas["input"];
        let mut input = sampler.value(schema);
        let route = text(schemas, "route").unwrap_or_default();
        for parameter in route.split(['{', '}']).skip(1).step_by(2) {
            let names = [format!("path.{parameter}"), parameter.to_owned()];
            let Some(name) = names.iter().find(|name| input.get(name).is_some()) else {
                continue;
            };
            // An empty part of a path cannot be sent, and neither can a dot. A schema may allow nothing else.
            for _ in 0..100 {
                if !is_blank(&input[name]) && input[name] != "." && input[name] != ".." {
                    break;
                }
                input[name] = sampler.value(&schema["properties"][name]);
            }
        }
        input
    }

    /// A value of a type of the API, by the name of the type in the code, such as `User`.
    ///
    /// # Panics
    ///
    /// If the API has no type with this name.
    #[track_caller]
    pub fn value(&self, name: &str) -> Value {
        let Some(schema) = self.source.schemas.definition(name) else {
            panic!("the API has no type `{name}`");
        };
        let mut sampler = self.source.sampler(Direction::Output, [name.as_bytes()]);
        sampler.value(schema)
    }

    /// Reads a value as a type of the API with this name, writes it, and reads it again.
    ///
    /// # Panics
    ///
    /// If the value cannot be read or written, loses a member, or is another one the second time.
    #[track_caller]
    pub fn round_trip<T: Serialize + DeserializeOwned>(&self, name: &str) {
        let value = self.value(name);
        let again = |value: &Value| -> Result<Value, String> {
            let text = text_of(value);
            let read: T = decode_json(&text).map_err(|error| error.to_string())?;
            expect_all_members(&text, &read)?;
            let written = to_text(&read).and_then(|text| serde_json::from_slice(&text));
            written.map_err(|error| error.to_string())
        };
        let written = again(&value).and_then(|first| Ok((again(&first)?, first)));
        let problem = match written {
            Ok((second, first)) if second == first => return,
            Ok((second, first)) => format!("written as {first} first, and then as {second}"),
            Err(problem) => problem,
        };
        let seed = self.source.seed;
        panic!("`{name}` with seed {seed}: {problem}\nvalue: {value}");
    }
}

impl<C> fmt::Debug for Samples<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Samples")
            .field("seed", &self.source.seed)
            .finish_non_exhaustive()
    }
}

/// The schemas of an API, and the seed.
pub(super) struct Source {
    schemas: &'static Schemas,
    seed: u64,
    is_arbitrary: bool,
}

impl Source {
    pub(super) fn new(schemas: &'static Schemas, seed: u64) -> Self {
        Self {
            schemas,
            seed,
            is_arbitrary: false,
        }
    }

    fn sampler<'a>(
        &self,
        direction: Direction,
        subject: impl IntoIterator<Item = &'a [u8]>,
    ) -> Sampler<'_> {
        let sampler = Sampler::new(self.schemas, direction, self.seed, subject);
        if self.is_arbitrary {
            sampler.arbitrary()
        } else {
            sampler
        }
    }

    /// The reply to a request; `None` if its operation is not in the document.
    pub(super) fn reply(&self, sent: &SentRequest) -> Option<Reply> {
        let id = sent.operation.id();
        let operation = self.schemas.operation(id)?;
        // The boundary of a form is not the same each time.
        let is_form = sent
            .header("content-type")
            .is_some_and(|name| name.starts_with("multipart/"));
        let body: &[u8] = if is_form { &[] } else { &sent.body };
        let (path, query) = (sent.url.path(), sent.url.query().unwrap_or_default());
        let subject = [id.as_bytes(), path.as_bytes(), query.as_bytes(), body];
        let mut sampler = self.sampler(Direction::Output, subject);
        let success = &operation["success"];
        let status = success["status"]
            .as_u64()
            .and_then(|status| status.try_into().ok());
        let reply = Reply::new(status.unwrap_or(200));
        let Some(media_type) = text(success, "contentType") else {
            return Some(reply);
        };
        // Of several responses, the first one is the success. A value of one type may have alternatives, too.
        let output = &operation["output"];
        let several = list(output, "anyOf").first();
        let schema = several.filter(|_| output.get("type").is_none());
        let schema = schema.unwrap_or(output);
        let content = if media_type == "application/json" {
            let mut response = sampler.value(schema);
            if let Some(paging) = operation.get("paging") {
                let token = text(paging, "token").unwrap_or_default();
                let is_first = sent.query(token).is_none();
                let next = (is_first && sampler.once_in(2)).then(|| sampler.word());
                let path = list(paging, "next");
                self.schemas.set_token(schema, path, &mut response, next);
            }
            vec![text_of(&response)]
        } else {
            stream(media_type, schema, &mut sampler)
        };
        let reply = reply.of_media_type(media_type);
        Some(content.into_iter().fold(reply, Reply::chunk))
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// The chunks of content that is not JSON.
fn stream(media_type: &str, schema: &Value, sampler: &mut Sampler<'_>) -> Vec<Vec<u8>> {
    let items = &schema["items"];
    let is_events = media_type.starts_with("text/event-stream");
    if !is_events && schema["type"] != "array" {
        return vec![sampler.text().into_bytes()];
    }
    let chunk = |value: &Value| {
        if is_events {
            event(value, &items["properties"]["data"])
        } else if media_type.contains("json-seq") {
            [b"\x1e", &*text_of(value), b"\n"].concat()
        } else {
            [&*text_of(value), b"\n"].concat()
        }
    };
    sampler.few(items).iter().map(chunk).collect()
}

/// The text of a server-sent event.
fn event(event: &Value, data: &Value) -> Vec<u8> {
    let mut text = Vec::new();
    for (name, value) in event.as_object().into_iter().flatten() {
        // Data that is just a string is not JSON, and neither are the other fields.
        let is_plain = name != "data" || *data == json!({ "type": "string" });
        let value = match value {
            Value::String(plain) if is_plain => plain.clone().into_bytes(),
            value => text_of(value),
        };
        text.extend([name.as_bytes(), b": ", &value, b"\n"].concat());
    }
    text.push(b'\n');
    text
}
