//! Holds what a client sends against the document, and has it read an answer of each status that the document declares.

use std::fmt;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use openapi_rust_client::report::count;
use serde_json::{Value, json};

use super::caller::Caller;
use super::prism::Prism;
use super::sample::{Extent, Sampler};

/// What Prism's own errors are of, in contrast to those that the document declares.
const PRISM: &str = "https://stoplight.io/prism/errors#";

/// Samples that are tried: the first alternatives of all unions, the second ones, and so on. A value that fits more than one
/// alternative of a `oneOf` is refused, and that is no fault of the client.
const SAMPLES: usize = 4;

/// What became of all calls.
#[derive(Default)]
pub(crate) struct Verdict {
    pub(crate) operations: usize,
    pub(crate) calls: usize,
    /// Calls that the referee or the client did not take.
    pub(crate) refused: Vec<Refused>,
    /// Calls that the referee could not judge, or answers that it could not make up.
    pub(crate) unjudged: Vec<Refused>,
}

impl Verdict {
    /// How many operations there is nothing to say against.
    pub(crate) fn kept(&self) -> usize {
        let refused = self.refused.iter();
        let mut refused: Vec<_> = refused.map(|refused| &refused.operation).collect();
        refused.dedup();
        self.operations - refused.len()
    }
}

/// A line a call that was not accepted, and `44 operations, 300 calls: 44 operations without objection`.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, calls) in [("refused", &self.refused), ("not judged", &self.unjudged)] {
            for call in calls {
                let Refused {
                    operation,
                    call,
                    problem,
                } = call;
                writeln!(f, "{what}: {operation}, {call}: {problem}")?;
            }
        }
        writeln!(
            f,
            "{}, {}: {} of {} without objection",
            count(self.operations, "operation"),
            count(self.calls, "call"),
            self.kept(),
            self.operations,
        )
    }
}

/// A call that did not go well.
pub(crate) struct Refused {
    pub(crate) operation: String,
    /// What was called for: `all inputs`, `answer 404`.
    pub(crate) call: String,
    pub(crate) problem: String,
}

pub(crate) struct Referee<'a> {
    /// What the generator says that the operations take.
    pub(crate) schemas: &'a Value,
    /// The document, for the statuses that it declares.
    pub(crate) document: &'a Value,
    pub(crate) prism: Prism<'a>,
    pub(crate) caller: Caller,
}

impl Referee<'_> {
    /// Calls each operation with all inputs, with what is required, and for each status.
    pub(crate) fn hold(&mut self) -> Result<Verdict> {
        let mut verdict = Verdict::default();
        let operations = self.schemas["operations"].as_object();
        for (operation, schema) in operations.into_iter().flatten() {
            verdict.operations += 1;
            self.hold_operation(operation, schema, &mut verdict)?;
        }
        Ok(verdict)
    }

    fn hold_operation(
        &mut self,
        operation: &str,
        schema: &Value,
        verdict: &mut Verdict,
    ) -> Result<()> {
        let responses = self.declared(schema)["responses"].as_object();
        let statuses = responses.into_iter().flat_map(|responses| responses.keys());
        let statuses: Vec<u16> = statuses.filter_map(|status| status.parse().ok()).collect();
        let media_type = self.media_type(schema);
        let is_ok = |status: &u16| (200..300).contains(status);
        let expected = statuses.iter().copied().find(is_ok);
        if expected.is_none() && statuses.iter().any(|status| *status < 400) {
            let problem =
                "the document has no answer but a redirect or a status that others follow";
            verdict.unjudged.push(Refused {
                operation: operation.to_owned(),
                call: "all".to_owned(),
                problem: problem.to_owned(),
            });
            return Ok(());
        }
        let refused = |call: &str, problem| Refused {
            operation: operation.to_owned(),
            call: call.to_owned(),
            problem,
        };
        let mut taken = None;
        for (extent, call) in [
            (Extent::All, "all inputs"),
            (Extent::Required, "required inputs"),
        ] {
            let mut first_problem = None;
            for choice in 0..SAMPLES {
                let input = self.sample(&schema["input"], extent, choice);
                verdict.calls += 1;
                match self.call(operation, &input, &media_type, expected)? {
                    Judgement::Taken => {
                        taken = Some(input);
                        first_problem = None;
                        break;
                    }
                    other => {
                        first_problem.get_or_insert((other, input));
                    }
                }
            }
            match first_problem {
                Some((Judgement::Refused(problem), input)) => {
                    let problem = format!("{problem}\n    input: {input}");
                    verdict.refused.push(refused(call, problem));
                }
                Some((Judgement::Unjudged(problem), _)) => {
                    verdict.unjudged.push(refused(call, problem));
                }
                Some((Judgement::Taken, _)) | None => {}
            }
        }
        let Some(mut input) = taken else {
            return Ok(());
        };
        // What is no answer yet cannot be waited for, and a redirect leads away from the document.
        let is_answer = |status: &u16| *status >= 200 && !(300..400).contains(status);
        for status in statuses.into_iter().filter(is_answer) {
            let call = format!("answer {status}");
            input["header.Prefer"] = format!("code={status}").into();
            verdict.calls += 1;
            match self.call(operation, &input, &media_type, Some(status))? {
                Judgement::Taken => {}
                Judgement::Refused(problem) => verdict.refused.push(refused(&call, problem)),
                Judgement::Unjudged(problem) => verdict.unjudged.push(refused(&call, problem)),
            }
        }
        Ok(())
    }

    fn call(
        &mut self,
        operation: &str,
        input: &Value,
        media_type: &str,
        expected: Option<u16>,
    ) -> Result<Judgement> {
        let mut client = self.sample(&self.schemas["client"], Extent::All, 0);
        client["apiUrl"] = self.prism.url.as_str().into();
        client["retry"] = false.into();
        let answer = self.caller.call(operation, &client, input)?;
        if answer["error"]["kind"] == "transport" {
            // If it is about to end, it will have.
            thread::sleep(Duration::from_millis(300));
        }
        if !self.prism.is_alive()? {
            self.prism.restart()?;
            return Ok(Judgement::Unjudged("Prism crashed on this".to_owned()));
        }
        let told = self.prism.violations();
        Ok(judged(&answer, media_type, expected, &told))
    }

    fn sample(&self, schema: &Value, extent: Extent, choice: usize) -> Value {
        let sampler = Sampler {
            definitions: &self.schemas["$defs"],
            extent,
            choice,
        };
        sampler.sample(schema)
    }

    /// What the document says of an operation.
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

enum Judgement {
    Taken,
    /// By the referee or by the client.
    Refused(String),
    /// The referee fell over, or has no answer that fits the document.
    Unjudged(String),
}

/// What Prism finds wrong with a request, so far as it can tell.
fn of_request(problem: String, media_type: &str) -> Judgement {
    // A value that fits more than one alternative is between the document and the sample.
    let is_ambiguous = |told: &str| told.ends_with("must match exactly one schema in oneOf");
    // It takes what is in a form for texts, the last one of each name, and XML for one text.
    let is_form = media_type.contains("form") || media_type.contains("xml");
    let is_misread = |told: &str| {
        is_form
            && told.contains("body")
            && (told.contains(" must be ") || told.contains("Reserved characters"))
    };
    let mut all = problem.split("; ");
    if all.all(|told| is_ambiguous(told) || is_misread(told)) {
        Judgement::Unjudged(problem)
    } else {
        Judgement::Refused(problem)
    }
}

/// What is to be said of a call that was to be answered with a status, or with any.
fn judged(answer: &Value, media_type: &str, expected: Option<u16>, told: &[String]) -> Judgement {
    let is_ok = |status: u16| (200..300).contains(&status);
    let of_requests: Vec<_> = told
        .iter()
        .filter(|told| told.contains("request"))
        .collect();
    if !of_requests.is_empty() {
        let problem = of_requests
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        return of_request(problem, media_type);
    }
    let error = &answer["error"];
    if error.is_null() {
        return match expected {
            Some(status) if status >= 400 => {
                Judgement::Refused(format!("status {status} was taken for a success"))
            }
            _ => Judgement::Taken,
        };
    }
    let message = error["message"].as_str().unwrap_or_default();
    let body = &error["body"];
    if error["kind"] != "api" {
        return Judgement::Refused(message.to_owned());
    }
    let kind = body["type"].as_str();
    if let Some(kind) = kind.and_then(|kind| kind.strip_prefix(PRISM)) {
        let violations = body["validation"].as_array().into_iter().flatten();
        let violations: Vec<_> = violations.map(violation).collect();
        let is_ours = ["UNPROCESSABLE_ENTITY", "UNAUTHORIZED"].contains(&kind)
            || kind.starts_with("NO_") && kind.ends_with("_ERROR");
        return if is_ours && violations.is_empty() {
            Judgement::Refused(message.to_owned())
        } else if is_ours {
            of_request(violations.join("; "), media_type)
        } else {
            Judgement::Unjudged(format!(
                "{message} {} {}",
                violations.join("; "),
                told.join("; ")
            ))
        };
    }
    match expected {
        Some(status) if error["status"] != json!(status) => {
            Judgement::Refused(format!("instead of {status}: {message}"))
        }
        Some(status) if is_ok(status) => {
            Judgement::Refused(format!("status {status} was taken for an error: {message}"))
        }
        // The text of a body that is not as the document has it.
        _ if body
            .as_str()
            .is_some_and(|text| text.starts_with(['{', '['])) =>
        {
            Judgement::Refused(format!("the body of the error was not understood: {body}"))
        }
        _ => Judgement::Taken,
    }
}

/// As the log has it: where, and what.
fn violation(violation: &Value) -> String {
    let location = violation["location"].as_array().into_iter().flatten();
    let location: Vec<_> = location.filter_map(Value::as_str).collect();
    let message = violation["message"].as_str().unwrap_or_default();
    format!("request.{} {message}", location.join("."))
}

/// What the generator says of the operations of a crate.
pub(crate) fn schemas(client: &Path) -> Result<Value> {
    let path = client.join("src/generated/operations.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
