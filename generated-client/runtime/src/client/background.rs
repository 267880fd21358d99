//! Calls in tasks of the tokio runtime, which go on while nobody polls them.

use std::future::Future;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::{JoinError, JoinHandle};

use super::call_summary::Outcome;
use super::error::Failure;
use super::send::Exchange;
use super::{RuntimeError, trace};

/// Starts a call in a task. Outside of a runtime, it fails when it is polled, as it does without a task.
pub(super) fn start(exchange: Exchange) -> Exchange {
    match Handle::try_current() {
        Ok(runtime) => Box::pin(Task(runtime.spawn(trace::in_current_span(exchange)))),
        Err(_) => exchange,
    }
}

/// A call in a task. Dropping it stops the task.
struct Task(JoinHandle<Outcome>);

impl Future for Task {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Outcome> {
        let ended = Pin::new(&mut self.0).poll(context);
        let stopped = |_| Outcome::unsent(Failure::Runtime(RuntimeError::ended()));
        ended.map(|ended| result(ended).unwrap_or_else(stopped))
    }
}

/// The result of a task, whose panic goes on here. It is an error if the runtime has ended, because nothing else stops a task.
pub(super) fn result<T>(ended: Result<T, JoinError>) -> Result<T, JoinError> {
    ended.map_err(|error| match error.try_into_panic() {
        Ok(panic) => resume_unwind(panic),
        Err(stopped) => stopped,
    })
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}
