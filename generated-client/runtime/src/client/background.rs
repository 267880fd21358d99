//! Tasks of the tokio runtime, which go on while nobody polls them.

use std::future::Future;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::call_summary::Outcome;
use super::error::Failure;
use super::send::Exchange;
use super::{RuntimeError, trace};

/// The work of each task, in one type, because the code for tasks is compiled for each type of work.
type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Starts a call in a task, which ends when the returned future is dropped. Outside of a runtime, the call fails when it is
/// polled, as it does without a task.
pub(super) fn start(exchange: Exchange) -> Exchange {
    let Ok(runtime) = Handle::try_current() else {
        return exchange;
    };
    let mut task = StoppedOnDrop(spawn(&runtime, exchange));
    Box::pin(async move {
        let stopped = || Outcome::unsent(Failure::Runtime(RuntimeError::ended()));
        (&mut task.0).await.unwrap_or_else(stopped)
    })
}

/// Starts a future in a task, in the current span.
pub(super) fn spawn<T: Send + 'static>(
    runtime: &Handle,
    future: impl Future<Output = T> + Send + 'static,
) -> Task<T> {
    let result = Arc::new(Mutex::new(None));
    let slot = Arc::clone(&result);
    let work: Work = Box::pin(async move {
        let result = future.await;
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    let handle = runtime.spawn(trace::in_current_span(work));
    Task { handle, result }
}

/// The result of a task, whose panic goes on here; `None` if the runtime has ended, because nothing else stops a task.
pub(super) struct Task<T> {
    handle: JoinHandle<()>,
    result: Arc<Mutex<Option<T>>>,
}

impl<T> Future for Task<T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let ended = Pin::new(&mut self.handle).poll(context);
        ended.map(|ended| {
            if let Err(Ok(panic)) = ended.map_err(tokio::task::JoinError::try_into_panic) {
                resume_unwind(panic);
            }
            let mut result = self.result.lock().unwrap_or_else(PoisonError::into_inner);
            result.take()
        })
    }
}

struct StoppedOnDrop(Task<Outcome>);

impl Drop for StoppedOnDrop {
    fn drop(&mut self) {
        self.0.handle.abort();
    }
}
