//! Retries: which attempts are repeated, when, and for how long.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use http::Method;

use super::error::Failure;
use super::prepared_request::PreparedRequest;
use super::rate_limit::retry_after;
use super::send::send;
use super::{ClientCore, Operation, RawResponse, TransportError};

/// Whether and how a call is repeated that failed for a reason that may pass.
///
/// By default a call is repeated up to three times, if that is [safe](Attempt::is_safe_to_repeat), after about a quarter
/// of a second at first and twice as long each time, with a random part so that clients do not come all at once. Where
/// the service asks for a wait (`Retry-After`, else `RateLimit-Reset`), it is added. All attempts and waits together
/// have the time of one call: a wait that does not fit is not begun, and the failure is told at once.
///
/// A call that sends a [stream](super::Upload::from_stream) is never repeated: the stream is gone.
#[derive(Clone)]
#[must_use = "a policy does nothing until a client or call is given it"]
pub struct RetryPolicy {
    backoff: ExponentialBuilder,
    condition: Option<Arc<Condition>>,
}

type Condition = dyn Fn(&Attempt<'_>) -> bool + Send + Sync;

/// What sees each attempt.
pub(super) type Hook = dyn Fn(&Attempt<'_>) + Send + Sync;

impl RetryPolicy {
    /// Never repeats a call.
    pub fn none() -> Self {
        Self::default().max_retries(0)
    }

    /// How often a call may be repeated. Default: 3.
    pub fn max_retries(mut self, retries: usize) -> Self {
        self.backoff = self.backoff.with_max_times(retries);
        self
    }

    /// How long to wait before the first repetition; the random part at most doubles it. Default: 250 milliseconds.
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.backoff = self.backoff.with_min_delay(delay);
        self
    }

    /// How long to wait at most, before the random part and what the service asks for. Default: 8 seconds.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.backoff = self.backoff.with_max_delay(delay);
        self
    }

    /// Decides which attempts are repeated, instead of [`Attempt::is_safe_to_repeat`].
    ///
    /// To repeat a `POST` that the service may have received is safe only where the operation does nothing twice.
    pub fn repeat_if(
        mut self,
        condition: impl Fn(&Attempt<'_>) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.condition = Some(Arc::new(condition));
        self
    }

    fn repeats(&self, attempt: &Attempt<'_>) -> bool {
        match &self.condition {
            Some(condition) => condition(attempt),
            None => attempt.is_safe_to_repeat(),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            backoff: ExponentialBuilder::new()
                .with_min_delay(Duration::from_millis(250))
                .with_max_delay(Duration::from_secs(8))
                .with_max_times(3)
                .with_jitter(),
            condition: None,
        }
    }
}

impl fmt::Debug for RetryPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryPolicy")
            .field("backoff", &self.backoff)
            .field("condition", &self.condition.is_some())
            .finish()
    }
}

/// One attempt of a call, after it ended.
#[derive(Debug)]
pub struct Attempt<'a> {
    operation: Operation,
    number: usize,
    result: &'a Result<RawResponse, Failure>,
    status: Option<u16>,
    elapsed: Duration,
    retry_in: Option<Duration>,
}

impl Attempt<'_> {
    /// The operation that is called.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// 1 for the first attempt of a call.
    pub fn number(&self) -> usize {
        self.number
    }

    /// What the service responded, if it did.
    pub fn response(&self) -> Option<&RawResponse> {
        self.result.as_ref().ok()
    }

    /// The status of the response: what the body of an error says, else the HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// What went wrong with the connection, if that is why there is no response.
    pub fn transport_error(&self) -> Option<&TransportError> {
        match self.result {
            Err(Failure::Transport(error)) => Some(error),
            _ => None,
        }
    }

    /// The time since the call began, earlier attempts and waits included.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// After which wait the call is repeated; `None` if this was its last attempt, and while that is being decided.
    pub fn retry_in(&self) -> Option<Duration> {
        self.retry_in
    }

    /// Whether it failed for a reason that may pass, and to repeat it does nothing twice.
    ///
    /// That holds for status 429, and where no connection was made. For methods that do the same thing once or often
    /// (`GET`, `PUT`, `DELETE`, …) it holds as well for 502, 503 and 504 and for a connection that broke.
    pub fn is_safe_to_repeat(&self) -> bool {
        let method = self.operation.method();
        match self.result {
            Ok(_) => self
                .status
                .is_some_and(|status| is_retryable_status(method, status)),
            Err(Failure::Transport(error)) => is_retryable_transport(method, error),
            Err(_) => false,
        }
    }
}

/// Whether a refusal with this status may pass, and to repeat the call does nothing twice.
pub(super) fn is_retryable_status(method: &Method, status: u16) -> bool {
    match status {
        429 => true,
        502..=504 => method.is_idempotent(),
        _ => false,
    }
}

/// Whether a call that lost its connection can be repeated and does nothing twice.
pub(super) fn is_retryable_transport(method: &Method, error: &TransportError) -> bool {
    error.is_connect() || method.is_idempotent()
}

/// Properties of a call that hold for all its attempts.
pub(super) struct CallContext {
    pub(super) operation: Operation,
    pub(super) policy: RetryPolicy,
    /// For all attempts and waits together.
    pub(super) timeout: Duration,
    /// The status of a response: what the body of an error says, else the HTTP status.
    pub(super) status_of: fn(&RawResponse) -> u16,
    /// Whether the body of a response of success with this status is left to be read.
    pub(super) is_streamed: fn(u16) -> bool,
}

/// Sends a request until it succeeds, or until to repeat it is not safe or does not fit into the time.
pub(super) async fn run(
    client: &ClientCore,
    request: &PreparedRequest,
    context: &CallContext,
) -> Result<RawResponse, Failure> {
    let started = Instant::now();
    let mut delays = context.policy.backoff.build();
    let mut number = 0;
    loop {
        number += 1;
        let left = context.timeout.saturating_sub(started.elapsed());
        let result = tokio::time::timeout(left, send(client, request, context))
            .await
            .unwrap_or(Err(Failure::Timeout {
                timeout: context.timeout,
            }));
        let mut attempt = Attempt {
            operation: context.operation,
            number,
            status: result.as_ref().ok().map(context.status_of),
            result: &result,
            elapsed: started.elapsed(),
            retry_in: None,
        };
        if request.is_repeatable() {
            attempt.retry_in = wait(&attempt, context, &mut delays);
        }
        if let Some(hook) = &client.settings().on_attempt {
            hook(&attempt);
        }
        match attempt.retry_in {
            Some(wait) => tokio::time::sleep(wait).await,
            None => return result,
        }
    }
}

/// How long to wait before the next attempt, if there is to be one.
fn wait(
    attempt: &Attempt<'_>,
    context: &CallContext,
    delays: &mut ExponentialBackoff,
) -> Option<Duration> {
    let failed = attempt
        .response()
        .is_none_or(|response| !response.status().is_success());
    if !failed || !context.policy.repeats(attempt) {
        return None;
    }
    let delay = delays.next()?;
    let asked = attempt
        .response()
        .and_then(|response| retry_after(response.headers()));
    // The delay comes on top, so that those who were refused together do not come again together.
    let wait = asked.unwrap_or_default().checked_add(delay)?;
    (attempt.elapsed.checked_add(wait)? < context.timeout).then_some(wait)
}
