//! Calls any operation by its operationId, with JSON input and output.
//!
//! With arguments, the example makes one call, configured from the environment:
//!
//! ```text
//! call OPERATION ['{"name": value, …}' [CLIENT]]
//! ```
//!
//! `CLIENT` has settings of the client, which override the environment, such as `'{"baseUrl": "https://…"}'`.
//!
//! Without arguments, it reads one call a line from standard input and writes one result a line, in the same order. A call is
//! an object of `operation`, `input`, `client` (the same settings) and `contentType` (one of the
//! document's media types for the body). A result is `{"ok": …}` or `{"error": {…}}`.

use std::collections::HashMap;
use std::io::{self, BufRead as _, Write as _};
use std::process::ExitCode;

use botpress_runtime::Client;
use botpress_runtime::runtime::{ConfigError, JsonCallError, JsonObject, Value};
use serde_json::json;

#[tokio::main]
async fn main() -> io::Result<ExitCode> {
    let operands: Vec<String> = std::env::args().skip(1).collect();
    let mut clients = Clients::default();
    match operands.as_slice() {
        [] => {
            // Lines are read as bytes, so that one that is not UTF-8 has a result like any other.
            for line in io::stdin().lock().split(b'\n') {
                let response = clients
                    .response(&line?)
                    .await
                    .unwrap_or_else(|error| json!({ "error": error.0 }));
                let mut out = io::stdout().lock();
                writeln!(out, "{response}")?;
                out.flush()?;
            }
            Ok(ExitCode::SUCCESS)
        }
        [operation] => one(&mut clients, operation, "{}", "{}").await,
        [operation, input] => one(&mut clients, operation, input, "{}").await,
        [operation, input, client] => one(&mut clients, operation, input, client).await,
        _ => {
            eprintln!("usage: call [OPERATION [INPUT [CLIENT]]]");
            Ok(ExitCode::from(2))
        }
    }
}

async fn one(
    clients: &mut Clients,
    operation: &str,
    input: &str,
    client: &str,
) -> io::Result<ExitCode> {
    match clients.one(operation, input, client).await {
        Ok(response) => writeln!(io::stdout(), "{response:#}").map(|()| ExitCode::SUCCESS),
        Err(Failure(error)) => {
            eprintln!("{error:#}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// One client for each set of settings, so that connections are kept.
#[derive(Default)]
struct Clients(HashMap<JsonObject, Client>);

impl Clients {
    /// The result of a call in the arguments.
    async fn one(&mut self, operation: &str, input: &str, client: &str) -> Result<Value, Failure> {
        let settings = settings(Some(parse(client.as_bytes())?))?;
        self.call(&settings, operation, None, parse(input.as_bytes())?)
            .await
    }

    /// The result of a line of a batch.
    async fn response(&mut self, line: &[u8]) -> Result<Value, Failure> {
        let Value::Object(mut line) = parse(line)? else {
            return Err(Failure::new("line", "a line must be a JSON object"));
        };
        let Some(Value::String(operation)) = line.remove("operation") else {
            return Err(Failure::new(
                "line",
                "the member `operation` must be there and be a string",
            ));
        };
        let settings = settings(line.remove("client"))?;
        let content_type = match line.remove("contentType") {
            None | Some(Value::Null) => None,
            Some(Value::String(content_type)) => Some(content_type),
            Some(_) => {
                return Err(Failure::new(
                    "line",
                    "the member `contentType` must be a string",
                ));
            }
        };
        let input = line.remove("input").unwrap_or_else(|| json!({}));
        if let Some(unknown) = line.keys().next() {
            return Err(Failure::new("line", &format!("unknown member `{unknown}`")));
        }
        self.call(&settings, &operation, content_type.as_deref(), input)
            .await
            .map(|ok| json!({ "ok": ok }))
    }

    async fn call(
        &mut self,
        settings: &JsonObject,
        operation: &str,
        content_type: Option<&str>,
        input: Value,
    ) -> Result<Value, Failure> {
        if !self.0.contains_key(settings) {
            let client = Client::builder()
                .with_env()
                .with_settings(settings)?
                .allow_missing_settings()
                .build()?;
            self.0.insert(settings.clone(), client);
        }
        let client = &self.0[settings];
        Ok(match content_type {
            None => client.call_json(operation, input).await?,
            Some(wanted) => client.call_json_as(operation, wanted, input).await?,
        })
    }
}

/// Where settings are given, for errors that name one.
const SETTINGS: &str =
    "settings of the client are a JSON object: the third argument, or `client` in a line";

/// An error as JSON.
struct Failure(Value);

impl Failure {
    fn new(kind: &str, message: &str) -> Self {
        Self(json!({ "kind": kind, "message": message }))
    }

    fn of(mut error: Value) -> Self {
        if error["kind"] == "config" {
            error["help"] = SETTINGS.into();
        }
        Self(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::of(json!({ "kind": "config", "message": error.to_string() }))
    }
}

impl From<JsonCallError> for Failure {
    fn from(error: JsonCallError) -> Self {
        Self::of(error.to_json())
    }
}

/// The settings of a client.
fn settings(client: Option<Value>) -> Result<JsonObject, Failure> {
    match client {
        None | Some(Value::Null) => Ok(JsonObject::new()),
        Some(Value::Object(settings)) => Ok(settings.into()),
        Some(_) => Err(Failure::new("line", "`client` must be an object")),
    }
}

fn parse(text: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(text)
        .map_err(|error| Failure::new("line", &format!("not JSON: {error}")))
}
