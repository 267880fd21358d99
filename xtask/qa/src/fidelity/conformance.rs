//! Checks the requests of a client against the document, and its reading of a response for each declared status.

use std::fmt;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use openapi_rust_client::internal::report::count;
use serde_json::{Value, json};

use super::prism::Prism;
use crate::caller::Caller;
use crate::sample::{Direction, Extent, Sampler};

/// The prefix of the types of Prism's own errors, in contrast to errors that the document declares.
const PRISM: &str = "https://stoplight.io/prism/errors#";

/// The number of samples to try: the first alternatives of all unions, then the second ones, and so on. Prism rejects a value
/// that matches more than one alternative of a `oneOf`, which is not a fault of the client.
const SAMPLES: usize = 4;

/// The results of all calls.
#[derive(Default)]
pub(crate) struct Results {
    pub(crate) operations: usize,
    pub(crate) calls: usize,
    pub(crate) failed: Vec<Call>,
    pub(crate) skipped: Vec<Call>,
}

impl Results {
    /// The number of operations without a failed call.
    pub(crate) fn faithful(&self) -> usize {
        let mut failed: Vec<_> = self.failed.iter().map(|call| &call.operation).collect();
        failed.dedup();
        self.operations - failed.len()
    }

    fn record(&mut self, operation: &str, kind: &str, outcome: Outcome) {
        let (calls, reason) = match outcome {
            Outcome::Pass => return,
            Outcome::Fail(reason) => (&mut self.failed, reason),
            Outcome::Skipped(reason) => (&mut self.skipped, reason),
        };
        calls.push(Call {
            operation: operation.to_owned(),
            kind: kind.to_owned(),
            reason,
        });
    }
}

/// A line for each call that failed or was skipped, then `44 operations, 300 calls: 44 of 44 operations faithful to the document`.
impl fmt::Display for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (outcome, calls) in [("failed", &self.failed), ("skipped", &self.skipped)] {
            for call in calls {
                let Call {
                    operation,
                    kind,
                    reason,
                } = call;
                writeln!(f, "{outcome}: {operation}, {kind}: {reason}")?;
            }
        }
        writeln!(
            f,
            "{}, {}: {} of {} faithful to the document",
            count(self.operations, "operation"),
            count(self.calls, "call"),
            self.faithful(),
            count(self.operations, "operation"),
        )
    }
}

/// A call that failed or was skipped.
pub(crate) struct Call {
    pub(crate) operation: String,
    /// The kind of call: `all inputs`, `status 404`.
    pub(crate) kind: String,
    pub(crate) reason: String,
}

/// The result of a call.
enum Outcome {
    Pass,
    /// Prism rejected the request, or the client the response.
    Fail(String),
    /// Prism crashed, or could not make up a response that matches the document.
    Skipped(String),
}

pub(crate) struct Conformance<'a> {
    /// The generator's JSON Schemas for the inputs of the operations.
    pub(crate) schemas: &'a Value,
    /// The document, for the statuses that it declares.
    pub(crate) document: &'a Value,
    pub(crate) prism: Prism<'a>,
    pub(crate) caller: Caller,
}

impl Conformance<'_> {
    /// Calls each operation with all inputs, with the required ones, and for each status.
    pub(crate) fn check(&mut self) -> Result<Results> {
        let mut results = Results::default();
        let operations = self.schemas["operations"].as_object();
        for (operation, schema) in operations.into_iter().flatten() {
            results.operations += 1;
            self.check_operation(operation, schema, &mut results)?;
        }
        Ok(results)
    }

    fn check_operation(
        &mut self,
        operation: &str,
        schema: &Value,
        results: &mut Results,
    ) -> Result<()> {
        let responses = self.declared(schema)["responses"].as_object();
        let statuses = responses.into_iter().flat_map(|responses| responses.keys());
        let statuses: Vec<u16> = statuses.filter_map(|status| status.parse().ok()).collect();
        let media_type = self.media_type(schema);
        let expected = statuses.iter().copied().find(|status| is_success(*status));
        if expected.is_none() && statuses.iter().any(|status| *status < 400) {
            let reason =
                "below 400, the document declares only redirects or informational statuses";
            results.record(operation, "all", Outcome::Skipped(reason.to_owned()));
            return Ok(());
        }
        let mut accepted = None;
        for (extent, kind) in [
            (Extent::All, "all inputs"),
            (Extent::Required, "required inputs"),
        ] {
            let mut first_problem = None;
            for choice in 0..SAMPLES {
                let input = self.sample(&schema["input"], extent, choice);
                results.calls += 1;
                match self.call(operation, &input, &media_type, expected)? {
                    Outcome::Pass => {
                        accepted = Some(input);
                        first_problem = None;
                        break;
                    }
                    Outcome::Fail(reason) => {
                        let reason = format!("{reason}\n    input: {input}");
                        first_problem.get_or_insert(Outcome::Fail(reason));
                    }
                    skipped @ Outcome::Skipped(_) => {
                        first_problem.get_or_insert(skipped);
                    }
                }
            }
            results.record(operation, kind, first_problem.unwrap_or(Outcome::Pass));
        }
        let Some(mut input) = accepted else {
            return Ok(());
        };
        // An informational status is not a final response, and a redirect leads away from the document.
        let is_final = |status: &u16| *status >= 200 && !(300..400).contains(status);
        for status in statuses.into_iter().filter(is_final) {
            input["header.Prefer"] = format!("code={status}").into();
            results.calls += 1;
            let outcome = self.call(operation, &input, &media_type, Some(status))?;
            results.record(operation, &format!("status {status}"), outcome);
        }
        Ok(())
    }

    fn call(
        &mut self,
        operation: &str,
        input: &Value,
        media_type: &str,
        expected: Option<u16>,
    ) -> Result<Outcome> {
        let mut client = self.sample(&self.schemas["client"], Extent::All, 0);
        client["baseUrl"] = self.prism.url.as_str().into();
        client["retry"] = false.into();
        let response = self.caller.call(operation, &client, input)?;
        if response["error"]["kind"] == "transport" {
            // Prism may be about to end.
            thread::sleep(Duration::from_millis(300));
        }
        if !self.prism.is_alive()? {
            self.prism.restart()?;
            return Ok(Outcome::Skipped("Prism crashed on this call".to_owned()));
        }
        let violations = self.prism.violations();
        Ok(evaluate(&response, media_type, expected, &violations))
    }

    fn sample(&self, schema: &Value, extent: Extent, choice: usize) -> Value {
        let sampler = Sampler {
            definitions: &self.schemas["$defs"],
            extent,
            direction: Direction::Input,
            choice,
        };
        sampler.sample(schema)
    }

    /// The declaration of an operation in the document.
    fn declared(&self, schema: &Value) -> &Value {
        let route = schema["route"].as_str().unwrap_or_default();
        let (method, path) = route.split_once(' ').unwrap_or_default();
        let item = self.resolved(&self.document["paths"][path]);
        &item[method.to_lowercase()]
    }

    fn resolved<'v>(&'v self, value: &'v Value) -> &'v Value {
        let reference = value["$ref"].as_str();
        let target = reference.and_then(|text| text.strip_prefix('#'));
        let target = target.and_then(|pointer| self.document.pointer(pointer));
        target.unwrap_or(value)
    }

    /// The media type of the body that an operation sends.
    fn media_type(&self, schema: &Value) -> String {
        if let Some(chosen) = schema["contentTypes"][0].as_str() {
            return chosen.to_owned();
        }
        let body = self.resolved(&self.declared(schema)["requestBody"]);
        let content = body["content"].as_object();
        let first = content.and_then(|content| content.keys().next());
        first.cloned().unwrap_or_default()
    }
}

/// The outcome of a call, given Prism's violations and the status that Prism was asked for.
fn evaluate(
    response: &Value,
    media_type: &str,
    expected: Option<u16>,
    violations: &[String],
) -> Outcome {
    let of_requests = violations.iter().filter(|text| text.contains("request"));
    let of_requests: Vec<_> = of_requests.cloned().collect();
    if !of_requests.is_empty() {
        return invalid_request(of_requests.join("; "), media_type);
    }
    let error = &response["error"];
    if error.is_null() {
        return match expected {
            Some(status) if status >= 400 => {
                Outcome::Fail(format!("the client treated status {status} as a success"))
            }
            _ => Outcome::Pass,
        };
    }
    let message = error["message"].as_str().unwrap_or_default();
    let body = &error["body"];
    if error["kind"] != "api" {
        return Outcome::Fail(message.to_owned());
    }
    let kind = body["type"].as_str();
    if let Some(kind) = kind.and_then(|kind| kind.strip_prefix(PRISM)) {
        return prism_error(kind, message, body, media_type, violations);
    }
    match expected {
        Some(status) if error["status"] != json!(status) => {
            Outcome::Fail(format!("expected status {status}: {message}"))
        }
        Some(status) if is_success(status) => Outcome::Fail(format!(
            "the client treated status {status} as an error: {message}"
        )),
        // A body that the client cannot decode is text here.
        _ if body
            .as_str()
            .is_some_and(|text| text.starts_with(['{', '['])) =>
        {
            Outcome::Fail(format!(
                "the client could not decode the body of the error: {body}"
            ))
        }
        _ => Outcome::Pass,
    }
}

/// The outcome of a call that Prism answered with an error of its own.
fn prism_error(
    kind: &str,
    message: &str,
    body: &Value,
    media_type: &str,
    logged: &[String],
) -> Outcome {
    let violations = body["validation"].as_array().into_iter().flatten();
    let violations: Vec<_> = violations.map(violation).collect();
    let violations = violations.join("; ");
    let is_of_request = ["UNPROCESSABLE_ENTITY", "UNAUTHORIZED"].contains(&kind)
        || kind.starts_with("NO_") && kind.ends_with("_ERROR");
    if !is_of_request {
        let logged = logged.join("; ");
        Outcome::Skipped(format!("{message} {violations} {logged}"))
    } else if violations.is_empty() {
        Outcome::Fail(message.to_owned())
    } else {
        invalid_request(violations, media_type)
    }
}

/// The outcome of a request that Prism rejected: skipped if all violations are known limitations of Prism.
fn invalid_request(violations: String, media_type: &str) -> Outcome {
    // The sample matches more than one alternative, for which the client is not responsible.
    let is_ambiguous = |text: &str| text.ends_with("must match exactly one schema in oneOf");
    // Prism reads form fields as strings, only the last one of each name, and XML as one string.
    let is_form = media_type.contains("form") || media_type.contains("xml");
    let is_misread = |text: &str| {
        is_form
            && text.contains("body")
            && (text.contains(" must be ") || text.contains("Reserved characters"))
    };
    let is_limitation = |text: &str| is_ambiguous(text) || is_misread(text);
    if violations.split("; ").all(is_limitation) {
        Outcome::Skipped(violations)
    } else {
        Outcome::Fail(violations)
    }
}

/// A violation in the format of Prism's log: `request.query.limit must be integer`.
fn violation(violation: &Value) -> String {
    let location = violation["location"].as_array().into_iter().flatten();
    let location: Vec<_> = location.filter_map(Value::as_str).collect();
    let message = violation["message"].as_str().unwrap_or_default();
    format!("request.{} {message}", location.join("."))
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// Reads the generator's JSON Schemas for the operations of a crate.
pub(crate) fn schemas(client: &Path) -> Result<Value> {
    let path = client.join("src/generated/operations.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot parse {}", path.display()))
}
