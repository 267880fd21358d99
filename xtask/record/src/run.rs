//! Makes the calls of a scenario, and takes back what they have created.

use std::collections::BTreeMap;
use std::future::{self, Future};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, bail, ensure};
use botpress_runtime::Client;
use botpress_runtime::runtime::{ErrorKind, JsonCallError, RetryPolicy};
use botpress_runtime::testing::Exchange;
use openapi_rust_client::internal::report;
use serde_json::{Map, Value, json};

use crate::beginning::beginning;
use crate::document::{Document, Operation, Policy};
use crate::scenario::{Scenario, Step, Text, is_id, references};

/// The problem of a run that was interrupted.
const INTERRUPTED: &str = "the run was interrupted";

/// What happened.
#[derive(Debug)]
pub struct Outcome {
    /// Each attempt, with the number of its step.
    pub exchanges: Vec<(usize, Exchange)>,
    /// The reason why not all calls were made.
    pub problem: Option<anyhow::Error>,
    /// Answers that could not be decoded, each with the place. Their values are used as they are.
    pub undecoded: Vec<String>,
    /// What could not be taken back.
    pub left: Vec<String>,
}

/// A value that a step kept.
struct Kept {
    value: Value,
    /// Whether it is the id of what the step created.
    is_created: bool,
}

/// A call that takes another one back.
struct Undo {
    operation: String,
    input: Map<String, Value>,
}

/// Makes the calls until the interrupt. What they created is removed in reverse order, even after a failure; those calls are not
/// recorded. `stop` ends this as well: what is left then is listed.
pub async fn run(
    scenario: &Scenario,
    document: &Document,
    client: &Client,
    interrupt: impl Future<Output = ()>,
    stop: impl Future<Output = ()>,
) -> Result<Outcome> {
    let checked = scenario.check(document)?;
    let recorded = Arc::new(Mutex::new(Vec::new()));
    let mut runner = Runner {
        client,
        recorded: recorded.clone(),
        kept: BTreeMap::new(),
        undos: Vec::new(),
        creation: None,
        undecoded: Vec::new(),
        left: Vec::new(),
    };
    let mut interrupt = pin!(interrupt);
    let made = async {
        let steps = scenario.steps.iter().zip(checked);
        let problem = runner.steps(steps, interrupt.as_mut()).await;
        runner.undo().await;
        problem
    };
    let made = tokio::select! {
        biased;
        () = stop => None,
        problem = made => Some(problem),
    };
    let mut problem = made.unwrap_or_else(|| {
        runner.give_up();
        Some(anyhow!(INTERRUPTED))
    });
    if problem.is_none() {
        problem = tokio::select! {
            biased;
            () = &mut interrupt => Some(anyhow!(INTERRUPTED)),
            () = future::ready(()) => None,
        };
    }
    let Runner {
        undecoded, left, ..
    } = runner;
    let mut exchanges = recorded.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(Outcome {
        exchanges: std::mem::take(&mut exchanges),
        problem,
        undecoded,
        left,
    })
}

struct Runner<'c> {
    client: &'c Client,
    recorded: Arc<Mutex<Vec<(usize, Exchange)>>>,
    kept: BTreeMap<String, Kept>,
    undos: Vec<Undo>,
    /// The call that creates something and has no answer yet.
    creation: Option<String>,
    undecoded: Vec<String>,
    left: Vec<String>,
}

impl Runner<'_> {
    /// Makes the calls, and returns the reason why not all of them were made.
    async fn steps<'s>(
        &mut self,
        steps: impl Iterator<Item = (&'s Step, (Operation<'s>, Policy<'s>))>,
        mut interrupt: Pin<&mut impl Future<Output = ()>>,
    ) -> Option<anyhow::Error> {
        for ((step, (operation, policy)), number) in steps.zip(1..) {
            let mut made = pin!(self.step(number, step, operation, &policy));
            let result = tokio::select! {
                biased;
                () = &mut interrupt => {
                    // Its answer says how to take it back.
                    if matches!(policy, Policy::Undo { .. }) {
                        report::problem(format_args!(
                            "waiting for the answer of {}, which may have created something",
                            step.call
                        ));
                        made.await.ok();
                    }
                    Err(anyhow!(INTERRUPTED))
                }
                result = &mut made => result,
            };
            if let Err(error) = result.with_context(|| format!("step {number}, {}", step.call)) {
                return Some(error);
            }
        }
        None
    }

    async fn step(
        &mut self,
        number: usize,
        step: &Step,
        operation: Operation<'_>,
        policy: &Policy<'_>,
    ) -> Result<()> {
        let recorded = self.recorded.clone();
        let is_creation = matches!(policy, Policy::Undo { .. });
        let client = if is_creation {
            // After an interrupt, nothing else is created.
            &self.client.with_retry(RetryPolicy::none())
        } else {
            self.client
        };
        let client = client.record_to(move |exchange| {
            let mut recorded = recorded.lock().unwrap_or_else(PoisonError::into_inner);
            recorded.push((number, exchange));
        });
        self.check_ids(step, operation, policy)?;
        let mut input = self.filled(&Value::Object(step.input.clone()))?;
        // If the step fails, its names do not have the values of earlier steps.
        self.kept.retain(|name, _| !step.keep.contains_key(name));
        for page in 1..=step.pages {
            self.creation = is_creation.then(|| format!("{} {input}", step.call));
            let result = client.call_json(&step.call, input.clone()).await;
            self.creation = None;
            let output = match result {
                Ok(output) => output,
                Err(error) => match self.undecoded_output(number, &error) {
                    Some(output) => {
                        self.undecoded.push(format!("step {number}, {error}"));
                        output
                    }
                    None => {
                        if may_be_done(&error) {
                            // A redirect may lead to an object that exists.
                            let is_redirect =
                                (300..400).contains(&self.last_status(number).unwrap_or(0));
                            let output = self.beginning(number).filter(|_| !is_redirect);
                            let output = output.unwrap_or_default();
                            self.remember(policy, &step.call, &input, &output);
                        }
                        let status = self.last_status(number);
                        let is_expected = step.status.is_some() && step.status == status;
                        ensure!(is_expected, "{}", without_name(&error, &step.call));
                        return Ok(());
                    }
                },
            };
            self.forget(&step.call, &input);
            self.remember(policy, &step.call, &input, &output);
            if let Some(status) = step.status {
                bail!("it succeeded instead of failing with {status}");
            }
            for (name, pointer) in &step.keep {
                let value = output.pointer(pointer);
                let value = value.with_context(|| format!("there is no {pointer} in {output}"))?;
                let kept = Kept {
                    value: value.clone(),
                    is_created: policy.creates(pointer),
                };
                self.kept.insert(name.clone(), kept);
            }
            if page < step.pages
                && let Some((token, next)) = operation.paging()
            {
                let next = output.pointer(&next).filter(|next| next.is_string());
                let next = next.with_context(|| {
                    let pages = report::count(page, "page");
                    format!("the list ends after {pages}")
                })?;
                input[token] = next.clone();
            }
        }
        Ok(())
    }

    /// Fails if a call that changes something has an id of what no call has created.
    fn check_ids(&self, step: &Step, operation: Operation<'_>, policy: &Policy<'_>) -> Result<()> {
        let inputs = step.input.iter();
        let ids = inputs.filter(|(name, _)| is_id(&operation, name));
        for name in ids.flat_map(|(_, value)| references(value)) {
            let kept = self.kept.get(name);
            ensure!(
                *policy == Policy::Safe || kept.is_none_or(|kept| kept.is_created),
                "`${name}` is not the id of what a step has created"
            );
        }
        Ok(())
    }

    /// The last attempt of a step.
    fn last(&self, step: usize) -> Option<Exchange> {
        let recorded = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, exchange) = recorded.last().filter(|(number, _)| *number == step)?;
        Some(exchange.clone())
    }

    /// The HTTP status of the last response of a step, which may differ from the one in its body.
    fn last_status(&self, step: usize) -> Option<u16> {
        Some(self.last(step)?.response?.status.as_u16())
    }

    /// The beginning of the last response of a step.
    fn beginning(&self, step: usize) -> Option<Value> {
        beginning(&self.last(step)?.response?.body())
    }

    /// The JSON of the last response of a step, if the error is that it could not be decoded.
    fn undecoded_output(&self, step: usize, error: &JsonCallError) -> Option<Value> {
        let is_undecoded = match error {
            JsonCallError::Call(error) => matches!(error.kind(), ErrorKind::Decode { .. }),
            JsonCallError::Output { .. } => true,
            _ => false,
        };
        let response = self.last(step).filter(|_| is_undecoded)?.response?;
        serde_json::from_slice(&response.body()).ok()
    }

    /// The value with kept values in place of references to them.
    fn filled(&self, value: &Value) -> Result<Value> {
        Ok(match value {
            Value::String(text) => match Text::of(text) {
                Text::Kept(name) => {
                    let kept = self.kept.get(name);
                    let kept = kept.with_context(|| {
                        format!("`${name}` has no value, because the step that keeps it failed")
                    })?;
                    kept.value.clone()
                }
                Text::Plain(text) => text.into(),
            },
            Value::Array(items) => items
                .iter()
                .map(|item| self.filled(item))
                .collect::<Result<_>>()?,
            Value::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, value)| Ok((name.clone(), self.filled(value)?)));
                members.collect::<Result<_>>()?
            }
            other => other.clone(),
        })
    }

    /// Forgets the calls that a call has taken back.
    fn forget(&mut self, call: &str, input: &Value) {
        let is_done = |undo: &Undo| {
            let mut inputs = undo.input.iter();
            undo.operation == call && inputs.all(|(name, value)| &input[name] == value)
        };
        self.undos.retain(|undo| !is_done(undo));
    }

    /// Remembers how to take a call back.
    fn remember(&mut self, policy: &Policy<'_>, call: &str, input: &Value, output: &Value) {
        let Policy::Undo {
            operation,
            input: pointers,
        } = policy
        else {
            return;
        };
        let exchange = json!({"input": input, "output": output});
        let inputs = pointers.iter().map(|(name, pointer)| {
            let value = exchange.pointer(pointer).filter(|value| value.is_string());
            Ok(((*name).to_owned(), value.ok_or(pointer)?.clone()))
        });
        match inputs.collect::<Result<_, &&str>>() {
            Ok(input) => self.undos.push(Undo {
                operation: (*operation).to_owned(),
                input,
            }),
            Err(pointer) => self.left.push(format!(
                "{call} {input}: it may have created something, but no {pointer} arrived"
            )),
        }
    }

    /// Takes everything back, the last call first.
    async fn undo(&mut self) {
        while let Some(Undo { operation, input }) = self.undos.last() {
            let (operation, input) = (operation.clone(), Value::Object(input.clone()));
            let result = self.client.call_json(&operation, input.clone()).await;
            self.undos.pop();
            match result {
                Err(error) if is_gone(&error) => {}
                Err(error) => {
                    let error = without_name(&error, &operation);
                    self.left.push(format!("{operation} {input}: {error}"));
                }
                Ok(_) => {}
            }
        }
    }

    /// Lists everything that is not taken back yet.
    fn give_up(&mut self) {
        let creation = self.creation.take().into_iter();
        let creation = creation.map(|call| format!("{call}: it may have created something"));
        let undos = self.undos.drain(..).rev().map(|undo| {
            let (operation, input) = (undo.operation, Value::Object(undo.input));
            format!("{operation} {input}: {INTERRUPTED}")
        });
        self.left.extend(creation.chain(undos));
    }
}

/// The text of an error without the name of the operation.
fn without_name(error: &JsonCallError, call: &str) -> String {
    let text = error.to_string();
    let text = text
        .strip_prefix(call)
        .and_then(|text| text.strip_prefix(": "));
    text.map_or_else(|| error.to_string(), str::to_owned)
}

/// Whether a removal failed because there is nothing to remove.
fn is_gone(error: &JsonCallError) -> bool {
    let JsonCallError::Call(error) = error else {
        return false;
    };
    let is_gone = error.api().is_some_and(|error| error.http_status() == 410);
    is_gone || matches!(error.status(), Some(404 | 410))
}

/// Whether the service may have done what a failed call asked for.
fn may_be_done(error: &JsonCallError) -> bool {
    let error = match error {
        JsonCallError::Call(error) => error,
        JsonCallError::Output { .. } => return true,
        _ => return false,
    };
    match error.kind() {
        ErrorKind::Transport(error) => !error.is_connect(),
        ErrorKind::Api(error) => {
            let status = error.http_status();
            !status.is_client_error() || status == 408
        }
        ErrorKind::NotSent { .. } | ErrorKind::RateLimited { .. } => false,
        _ => error.attempts() > 0,
    }
}
