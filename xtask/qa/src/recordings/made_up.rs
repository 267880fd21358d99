//! Makes up a recording for an operation: the client's request for inputs that match the schema, and a response that matches
//! the schema.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use test_server::{Received, Reply, Server};
use xtask::recordings::Api;

use crate::caller::Caller;
use crate::sample::{Direction, Extent, Sampler};

/// The media type of bodies.
const JSON: &str = "application/json";

/// Headers that say nothing about the API.
const OMITTED: [&str; 5] = [
    "host",
    "content-length",
    "user-agent",
    "accept-encoding",
    "connection",
];

pub(super) struct Author<'a> {
    api: Api<'a>,
    caller: Caller,
    server: Server,
}

impl<'a> Author<'a> {
    pub(super) fn new(api: Api<'a>, caller: Caller) -> Self {
        Self {
            api,
            caller,
            // The response does not matter, because only the request is recorded.
            server: Server::start([Reply::json("{}")]),
        }
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
        let operation = &self.api.schemas["operations"][id];
        let input = self.sample(&operation["input"], extent, Direction::Input);
        let request = self.request(id, extent, &input)?;
        let text = match self.sample(&operation["output"], extent, Direction::Output) {
            Value::Null => String::new(),
            value => value.to_string(),
        };
        let headers = json!([{"name": "content-type", "value": JSON}]);
        Ok(json!({
            "comment": comment,
            "startedDateTime": "1970-01-01T00:00:00.000Z",
            "time": 0,
            "request": request,
            "response": {
                "status": operation["success"]["status"].as_u64().unwrap_or(200),
                "statusText": "",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": if text.is_empty() { json!([]) } else { headers },
                "content": {"size": text.len(), "mimeType": JSON, "text": text},
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
        let mut client = self.sample(&self.api.schemas["client"], extent, Direction::Input);
        client["baseUrl"] = self.server.url().into();
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
        let service = self.api.server().context("the document has no server")?;
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
            request["postData"] = json!({"mimeType": JSON, "text": body});
        }
        Ok(request)
    }

    fn sample(&self, schema: &Value, extent: Extent, direction: Direction) -> Value {
        let sampler = Sampler {
            definitions: &self.api.schemas["$defs"],
            extent,
            direction,
            choice: 0,
        };
        sampler.sample(schema)
    }
}
