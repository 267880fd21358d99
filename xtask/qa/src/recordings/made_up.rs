//! Makes up a recording for an operation: the client's request for inputs that match the schema, and a response that matches
//! the schema.

use std::path::Path;

use anyhow::{Context as _, Result};
use openapi_rust_client::internal::Document;
use serde_json::{Value, json};
use test_server::{Received, Reply, Server};

use crate::caller::Caller;
use crate::sample::{Direction, Extent, Sampler};

/// Headers that say nothing about the API.
const OMITTED: [&str; 5] = [
    "host",
    "content-length",
    "user-agent",
    "accept-encoding",
    "connection",
];

pub(super) struct Author<'a> {
    schemas: &'a Value,
    document: Value,
    caller: Caller,
    server: Server,
}

impl<'a> Author<'a> {
    pub(super) fn new(root: &Path, schemas: &'a Value, caller: Caller) -> Result<Self> {
        let document = Document {
            spec: root.join(xtask::SPEC),
            ..Document::default()
        };
        let document = document.read()?.spec.to_json();
        Ok(Self {
            schemas,
            document: document.context("cannot parse the document")?,
            caller,
            // The response does not matter, because only the request is recorded.
            server: Server::start([Reply::json("{}")]),
        })
    }

    /// The text of a HAR file.
    pub(super) fn recording(&mut self, id: &str) -> Result<String> {
        let mut entries = vec![self.entry(id, Extent::Required, "made up: fewest inputs")?];
        let all = self.entry(id, Extent::All, "made up: all inputs")?;
        if all["request"] != entries[0]["request"] {
            entries.push(all);
        }
        let har = json!({"log": {
            "version": "1.2",
            "creator": {
                "name": "botpress-runtime",
                "version": env!("CARGO_PKG_VERSION"),
                "comment": "made up from the document by `cargo xtask recordings --missing`; see README.md",
            },
            "entries": entries,
        }});
        Ok(serde_json::to_string_pretty(&har)? + "\n")
    }

    fn entry(&mut self, id: &str, extent: Extent, comment: &str) -> Result<Value> {
        let operation = &self.schemas["operations"][id];
        let input = self.sample(&operation["input"], extent, Direction::Input);
        let request = self.request(id, extent, &input)?;
        let (status, is_json) = self.success(operation);
        let output = &operation["output"];
        let text = match self.sample(output, extent, Direction::Output) {
            Value::Null => String::new(),
            Value::String(text) if !is_json => text,
            value => value.to_string(),
        };
        let content_type = if is_json {
            "application/json"
        } else {
            "text/plain"
        };
        let headers = json!([{"name": "content-type", "value": content_type}]);
        Ok(json!({
            "comment": comment,
            "startedDateTime": "1970-01-01T00:00:00.000Z",
            "time": 0,
            "request": request,
            "response": {
                "status": status,
                "statusText": "",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": if text.is_empty() { json!([]) } else { headers },
                "content": {"size": text.len(), "mimeType": content_type, "text": text},
                "redirectURL": "",
                "headersSize": -1,
                "bodySize": text.len(),
            },
            "cache": {},
            "timings": {"send": 0, "wait": 0, "receive": 0},
        }))
    }

    /// The request that the client sends.
    fn request(&mut self, id: &str, extent: Extent, input: &Value) -> Result<Value> {
        let mut client = self.sample(&self.schemas["client"], extent, Direction::Input);
        client["apiUrl"] = self.server.url().into();
        client["retry"] = false.into();
        let sent = self.server.received().len();
        let result = self.caller.call(id, &client, input)?;
        let received = self.server.received();
        let received = received.get(sent);
        let Received {
            method,
            target,
            headers,
            body,
        } = received.with_context(|| format!("{id}: nothing was sent for {input}: {result}"))?;
        let headers = headers
            .iter()
            .filter(|(name, _)| !OMITTED.contains(&name.as_str()));
        let headers: Vec<_> = headers
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        let service = self.document["servers"][0]["url"].as_str();
        let service = service
            .context("the document has no server")?
            .trim_end_matches('/');
        let mut request = json!({
            "method": method,
            "url": format!("{service}{target}"),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers,
            "queryString": [],
            "headersSize": -1,
            "bodySize": body.len(),
        });
        if !body.is_empty() {
            request["postData"] = json!({"mimeType": "application/json", "text": body});
        }
        Ok(request)
    }

    /// The first declared status of a success, and whether its content is JSON.
    fn success(&self, operation: &Value) -> (u64, bool) {
        let route = operation["route"].as_str().unwrap_or_default();
        let (method, path) = route.split_once(' ').unwrap_or_default();
        let declared = &self.document["paths"][path][method.to_lowercase()]["responses"];
        let statuses = declared.as_object().into_iter().flatten();
        let success = statuses
            .filter_map(|(status, response)| Some((status.parse::<u64>().ok()?, response)))
            .find(|(status, _)| (200..300).contains(status));
        let Some((status, response)) = success else {
            return (200, true);
        };
        let reference = response["$ref"].as_str();
        let target = reference.and_then(|text| self.document.pointer(text.strip_prefix('#')?));
        let content = target.unwrap_or(response)["content"].as_object();
        let is_json =
            content.is_none_or(|content| content.keys().any(|name| name.contains("json")));
        (status, is_json)
    }

    fn sample(&self, schema: &Value, extent: Extent, direction: Direction) -> Value {
        let sampler = Sampler {
            definitions: &self.schemas["$defs"],
            extent,
            direction,
            choice: 0,
        };
        sampler.sample(schema)
    }
}
