//! Holds what a client sends against the document, and has it read an answer of each status that the document declares.

use std::path::Path;

use anyhow::{Context, Result};
use openapi_rust_client::Source;
use serde_json::{Value, json};

use super::caller::Caller;
use super::prism::Prism;
use super::sample::{Extent, Sampler};

/// What Prism's own errors are of, in contrast to those that the document declares.
const PRISM: &str = "https://stoplight.io/prism/errors#";

/// What became of all calls.
#[derive(Default)]
pub(crate) struct Verdict {
    pub(crate) operations: usize,
    pub(crate) calls: usize,
    /// Calls that the referee or the client did not take.
    pub(crate) refused: Vec<Refused>,
    /// Answers that the referee could not make up.
    pub(crate) unanswered: Vec<Refused>,
}

impl Verdict {
    /// How many operations there is nothing to say against.
    pub(crate) fn kept(&self) -> usize {
        let mut refused: Vec<_> = self
            .refused
            .iter()
            .map(|refused| &refused.operation)
            .collect();
        refused.dedup();
        self.operations - refused.len()
    }
}

/// A call that did not go well.
pub(crate) struct Refused {
    pub(crate) operation: String,
    /// What was called for: `all inputs`, `answer 404`.
    pub(crate) call: String,
    pub(crate) problem: String,
}

pub(crate) struct Referee {
    /// What the generator says that the operations take.
    schemas: Value,
    /// The document, for the statuses that it declares.
    document: Value,
    prism: Prism,
}

impl Referee {
    pub(crate) fn new(schemas: Value, spec: &Source, prism: Prism) -> Result<Self> {
        let document = spec.to_json();
        Ok(Self {
            schemas,
            document: document.with_context(|| format!("{} is not readable", spec.name))?,
            prism,
        })
    }

    /// Calls each operation with all inputs, with what is required, and for each status.
    pub(crate) fn hold(&self, caller: &mut Caller) -> Result<Verdict> {
        let mut verdict = Verdict::default();
        let operations = self.schemas["operations"].as_object();
        for (operation, schema) in operations.into_iter().flatten() {
            verdict.operations += 1;
            self.hold_operation(operation, schema, caller, &mut verdict)?;
        }
        Ok(verdict)
    }

    fn hold_operation(
        &self,
        operation: &str,
        schema: &Value,
        caller: &mut Caller,
        verdict: &mut Verdict,
    ) -> Result<()> {
        let mut taken = None;
        for (extent, call) in [
            (Extent::All, "all inputs"),
            (Extent::Required, "required inputs"),
        ] {
            let (client, input) = self.inputs(schema, extent);
            let answer = caller.call(operation, &client, &input)?;
            verdict.calls += 1;
            match judged(&answer, None) {
                Judgement::Refused(problem) => verdict.refused.push(Refused {
                    operation: operation.to_owned(),
                    call: call.to_owned(),
                    problem: format!("{problem}\n    input: {input}"),
                }),
                // That there is no answer to be had says nothing against the request.
                Judgement::Taken | Judgement::Unanswered(_) => taken = Some((client, input)),
            }
        }
        let Some((client, input)) = taken else {
            return Ok(());
        };
        for status in self.statuses(schema["route"].as_str().unwrap_or_default()) {
            let mut input = input.clone();
            input["header.Prefer"] = format!("code={status}").into();
            let answer = caller.call(operation, &client, &input)?;
            verdict.calls += 1;
            let refused = |problem| Refused {
                operation: operation.to_owned(),
                call: format!("answer {status}"),
                problem,
            };
            match judged(&answer, Some(status)) {
                Judgement::Taken => {}
                Judgement::Refused(problem) => verdict.refused.push(refused(problem)),
                Judgement::Unanswered(problem) => verdict.unanswered.push(refused(problem)),
            }
        }
        Ok(())
    }

    /// Settings of the client, and the inputs of an operation.
    fn inputs(&self, schema: &Value, extent: Extent) -> (Value, Value) {
        let sampler = |extent| Sampler {
            definitions: &self.schemas["$defs"],
            extent,
        };
        // An operation may ask for other credentials than the API in general.
        let mut client = sampler(Extent::All).sample(&self.schemas["client"]);
        client["apiUrl"] = self.prism.url.as_str().into();
        client["retry"] = false.into();
        (client, sampler(extent).sample(&schema["input"]))
    }

    /// The statuses that the document declares for an operation.
    fn statuses(&self, route: &str) -> Vec<u16> {
        let Some((method, path)) = route.split_once(' ') else {
            return Vec::new();
        };
        let mut item = &self.document["paths"][path];
        if let Some(target) = item["$ref"]
            .as_str()
            .and_then(|text| text.strip_prefix('#'))
        {
            item = self.document.pointer(target).unwrap_or(item);
        }
        let responses = item[method.to_lowercase()]["responses"].as_object();
        let statuses = responses.into_iter().flat_map(|responses| responses.keys());
        statuses.filter_map(|status| status.parse().ok()).collect()
    }
}

enum Judgement {
    Taken,
    /// By the referee or by the client.
    Refused(String),
    /// The referee has no answer that fits the document.
    Unanswered(String),
}

/// What is to be said of a call that was to be answered with a status, or with any.
fn judged(answer: &Value, status: Option<u16>) -> Judgement {
    let is_success = |status: u16| (200..300).contains(&status);
    let error = &answer["error"];
    if error.is_null() {
        return match status {
            Some(status) if !is_success(status) && status >= 400 => {
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
    if let Some(kind) = body["type"]
        .as_str()
        .and_then(|kind| kind.strip_prefix(PRISM))
    {
        let problem = format!("{message} {}", body["validation"]);
        let of_request = [
            "UNPROCESSABLE_ENTITY",
            "UNAUTHORIZED",
            "NO_PATH_MATCHED_ERROR",
            "INVALID_CONTENT_TYPE",
            "NO_METHOD_MATCHED_ERROR",
            "NO_SERVER_MATCHED_ERROR",
        ];
        return if of_request.contains(&kind) || problem.contains("\"request") {
            Judgement::Refused(problem)
        } else {
            Judgement::Unanswered(problem)
        };
    }
    match status {
        Some(status) if error["status"] != json!(status) => {
            Judgement::Refused(format!("instead of {status}: {message}"))
        }
        Some(status) if is_success(status) => {
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

/// What the generator says of the operations of a crate.
pub(crate) fn schemas(client: &Path) -> Result<Value> {
    let path = client.join("src/generated/operations.json");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
