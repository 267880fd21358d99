//! Makes the calls of a scenario, and takes back what they have created.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use botpress_runtime::Client;
use botpress_runtime::testing::Exchange;
use serde_json::{Map, Value, json};

use crate::document::{Document, Operation, Policy};
use crate::scenario::{Scenario, Step};

/// What happened.
#[derive(Debug)]
pub struct Outcome {
    /// Each attempt, with the number of its step.
    pub exchanges: Vec<(usize, Exchange)>,
    /// The reason why not all calls were made.
    pub problem: Option<anyhow::Error>,
    /// What could not be taken back.
    pub left: Vec<String>,
}

/// A call that takes another one back.
struct Undo {
    operation: String,
    input: Map<String, Value>,
}

/// Makes the calls. What they created is removed in reverse order, even after a failure; those calls are not recorded.
pub async fn run(scenario: &Scenario, document: &Document, client: &Client) -> Result<Outcome> {
    let checked = scenario.check(document)?;
    let recorded = Arc::new(Mutex::new(Vec::new()));
    let mut runner = Runner {
        client,
        recorded: recorded.clone(),
        kept: BTreeMap::new(),
        undos: Vec::new(),
    };
    let mut problem = None;
    for ((step, (operation, policy)), number) in scenario.steps.iter().zip(checked).zip(1..) {
        let result = runner.step(number, step, operation, &policy).await;
        if let Err(error) = result.with_context(|| format!("step {number}, {}", step.call)) {
            problem = Some(error);
            break;
        }
    }
    let left = runner.undo().await;
    drop(runner);
    let mut exchanges = recorded.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(Outcome {
        exchanges: std::mem::take(&mut exchanges),
        problem,
        left,
    })
}

struct Runner<'c> {
    client: &'c Client,
    recorded: Arc<Mutex<Vec<(usize, Exchange)>>>,
    kept: BTreeMap<String, Value>,
    undos: Vec<Undo>,
}

impl Runner<'_> {
    async fn step(
        &mut self,
        number: usize,
        step: &Step,
        operation: Operation<'_>,
        policy: &Policy<'_>,
    ) -> Result<()> {
        let recorded = self.recorded.clone();
        let client = self.client.record_to(move |exchange| {
            let mut recorded = recorded.lock().unwrap_or_else(PoisonError::into_inner);
            recorded.push((number, exchange));
        });
        let mut input = self.filled(&Value::Object(step.input.clone()))?;
        for page in 1..=step.pages {
            let result = client.call_json(&step.call, input.clone()).await;
            let output = match (result, step.status) {
                (Ok(output), None) => output,
                (Ok(_), Some(status)) => bail!("it succeeded instead of failing with {status}"),
                (Err(_), Some(status)) if self.last_status(number) == Some(status) => return Ok(()),
                (Err(error), _) => bail!("{error}"),
            };
            self.remember(operation, policy, &input, &output)?;
            for (name, pointer) in &step.keep {
                let value = output.pointer(pointer);
                let value = value.with_context(|| format!("there is no {pointer} in {output}"))?;
                self.kept.insert(name.clone(), value.clone());
            }
            if page < step.pages
                && let Some((token, next)) = operation.paging()
            {
                let next = output.pointer(&next).filter(|next| next.is_string());
                let next = next.with_context(|| format!("there are only {page} pages"))?;
                input[token] = next.clone();
            }
        }
        Ok(())
    }

    /// The HTTP status of the last response of a step, which may differ from the one in its body.
    fn last_status(&self, step: usize) -> Option<u16> {
        let recorded = self.recorded.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, exchange) = recorded.last().filter(|(number, _)| *number == step)?;
        Some(exchange.response.as_ref()?.status.as_u16())
    }

    /// The value with kept values in place of references to them.
    fn filled(&self, value: &Value) -> Result<Value> {
        Ok(match value {
            Value::String(text) => match text.strip_prefix('$') {
                Some(name) => {
                    let value = self.kept.get(name);
                    value
                        .with_context(|| format!("`${name}` is not kept"))?
                        .clone()
                }
                None => value.clone(),
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

    /// Remembers how to take a call back, or that it has taken back another one.
    fn remember(
        &mut self,
        operation: Operation<'_>,
        policy: &Policy<'_>,
        input: &Value,
        output: &Value,
    ) -> Result<()> {
        let is_done = |undo: &Undo| {
            let mut inputs = undo.input.iter();
            undo.operation == operation.id && inputs.all(|(name, value)| &input[name] == value)
        };
        self.undos.retain(|undo| !is_done(undo));
        if let Policy::Undo {
            operation,
            input: pointers,
        } = policy
        {
            let exchange = json!({"input": input, "output": output});
            let pointers = pointers.iter().map(|(name, pointer)| {
                let value = exchange.pointer(pointer);
                let value = value.with_context(|| {
                    format!("there is no {pointer} to take the call back with; remove what it created by hand")
                })?;
                Ok(((*name).to_owned(), value.clone()))
            });
            self.undos.push(Undo {
                operation: (*operation).to_owned(),
                input: pointers.collect::<Result<_>>()?,
            });
        }
        Ok(())
    }

    /// Takes everything back, the last call first. The result is what is left.
    async fn undo(&mut self) -> Vec<String> {
        let mut left = Vec::new();
        while let Some(Undo { operation, input }) = self.undos.pop() {
            let input = Value::Object(input);
            if let Err(error) = self.client.call_json(&operation, input.clone()).await {
                left.push(format!("{operation} {input}: {error}"));
            }
        }
        left
    }
}
