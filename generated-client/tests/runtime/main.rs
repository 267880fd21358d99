//! Behaviour of the runtime that all operations share: over real sockets, except where only canned responses are needed.

mod attempts;
mod blocking;
mod budget;
mod by_name;
mod cancellation;
mod concurrency;
mod connections;
mod decoding;
mod encoding;
mod errors;
mod headers;
mod hooks;
mod limits;
mod pages;
mod permanent;
mod proxies;
mod rate_limit;
mod redirects;
#[path = "../support/request.rs"]
mod request;
mod retries;
mod round_trips;
mod runtimes;
mod secrets;
mod settings;
mod token_queue;
mod tokens;
mod turns;

use std::time::Duration;

use botpress_runtime::runtime::codegen::{Decode, RequestParts, Style};
use botpress_runtime::runtime::{Operation, Paginated, RawResponse, Request, RetryPolicy};
use botpress_runtime::{Client, ClientBuilder};
use serde_json::Value;
use test_server::Server;

const TOKEN: &str = "secret-token-0001";

fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .token(TOKEN)
        .bot_id("bot-1")
}

fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// The default policy without delays.
fn quick() -> RetryPolicy {
    RetryPolicy::default().min_delay(Duration::from_millis(1))
}

/// An operation with a parameter in each location, and a response of any JSON.
#[derive(Clone, Debug, Default)]
struct Echo {
    path: Value,
    query: Vec<(&'static str, Style, Value)>,
    header: Value,
    cookie: Value,
    body: Option<Value>,
}

impl Echo {
    fn new(path: impl Into<Value>) -> Self {
        Self {
            path: path.into(),
            ..Self::default()
        }
    }
}

impl Request for Echo {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::post("echo", "/things/{id}/parts");

    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.path);
        for (name, style, value) in &self.query {
            parts.query_styled(name, *style, value);
        }
        parts.header("x-thing", &self.header);
        parts.cookie("crumb", &self.cookie);
        if let Some(body) = &self.body {
            parts.json(body);
            return;
        }
        parts.object();
        parts.property("always", &None::<u8>);
        parts.optional_property("never", &None::<u8>);
    }

    fn decode(response: &RawResponse) -> Decode<Value> {
        response.json()
    }
}

/// A paginated list of numbers.
#[derive(Clone, Debug, Default)]
struct List {
    token: Option<String>,
}

impl Request for List {
    type Response = Value;
    type Error = Value;

    const OPERATION: Operation = Operation::get("list", "/list");

    fn encode(&self, parts: &mut RequestParts) {
        parts.query("filter", "a b");
        parts.query("nextToken", &self.token);
    }

    fn decode(response: &RawResponse) -> Decode<Value> {
        response.json()
    }
}

impl Paginated for List {
    type Item = i64;

    fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    fn resume(&mut self, token: String) {
        self.token = Some(token);
    }

    fn next_token(page: &Value) -> Option<&str> {
        page["next"].as_str()
    }

    fn into_items(page: Value) -> Vec<i64> {
        page["items"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_i64)
            .collect()
    }
}
