//! Retries: which attempts are repeated, when, and for how long.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use http::Method;
use tokio::time::{Duration, Instant};

use super::error::Failure;
use super::prepared_request::PreparedRequest;
use super::rate_limit::retry_after;
use super::send::send;
use super::{ClientCore, Operation, RawResponse, TransportError};

/// When and how failed calls are retried.
///
/// By default, a call is retried up to three times if this is [safe](Attempt::is_safe_to_retry). The first delay is about
/// a quarter of a second, and each further delay is twice as long. A random part keeps clients from retrying
/// simultaneously. A wait that the service asks for (`Retry-After`, otherwise `RateLimit-Reset`) is added. All attempts
/// and waits share the timeout of the call: if a wait does not fit, the failure is returned at once.
///
/// A call that sends a [stream](super::Upload::from_stream) is never retried, because the stream can only be read once.
///
/// ```
/// use std::time::Duration;
/// # use openapi_client_runtime::RetryPolicy;
/// // More patient than the default, and never for an operation that is started twice if it is sent twice.
/// let policy = RetryPolicy::default()
///     .max_retries(6)
///     .max_delay(Duration::from_secs(30))
///     .retry_if(|attempt| attempt.is_safe_to_retry() && attempt.operation().id() != "startJob");
/// # drop(policy);
/// ```
#[derive(Clone)]
#[must_use = "a policy does nothing until a client or call is given it"]
pub struct RetryPolicy {
    max_retries: usize,
    min_delay: Duration,
    max_delay: Duration,
    condition: Option<Arc<Condition>>,
}

type Condition = dyn Fn(&Attempt<'_>) -> bool + Send + Sync;

/// A function that observes each attempt.
pub(super) type Hook = dyn Fn(&Attempt<'_>) + Send + Sync;

impl RetryPolicy {
    /// Never retries a call.
    pub fn none() -> Self {
        Self::default().max_retries(0)
    }

    /// The largest number of retries. Default: 3.
    pub fn max_retries(mut self, retries: usize) -> Self {
        self.max_retries = retries;
        self
    }

    /// The delay before the first retry. The random part at most doubles it. Default: 250 milliseconds.
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.min_delay = delay;
        self
    }

    /// The longest delay, not counting the random part and waits that the service asks for. Default: 8 seconds.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Decides which attempts are retried, instead of [`Attempt::is_safe_to_retry`].
    ///
    /// Retrying a `POST` that the service may have received is only safe if the operation is idempotent.
    pub fn retry_if(
        mut self,
        condition: impl Fn(&Attempt<'_>) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.condition = Some(Arc::new(condition));
        self
    }

    fn delays(&self) -> ExponentialBackoff {
        ExponentialBuilder::new()
            .with_min_delay(self.min_delay)
            .with_max_delay(self.max_delay)
            .with_max_times(self.max_retries)
            .with_jitter()
            .build()
    }

    fn repeats(&self, attempt: &Attempt<'_>) -> bool {
        match &self.condition {
            Some(condition) => condition(attempt),
            None => attempt.is_safe_to_retry(),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 3,
            min_delay: Duration::from_millis(250),
            max_delay: Duration::from_secs(8),
            condition: None,
        }
    }
}

// A panic of a condition leaves no broken state behind.
impl UnwindSafe for RetryPolicy {}
impl RefUnwindSafe for RetryPolicy {}

impl fmt::Debug for RetryPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryPolicy")
            .field("max_retries", &self.max_retries)
            .field("min_delay", &self.min_delay)
            .field("max_delay", &self.max_delay)
            .field("has_condition", &self.condition.is_some())
            .finish()
    }
}

/// A completed attempt of a call. Its `Debug` text is for logs: it has no inputs and no bodies of successful responses.
pub struct Attempt<'a> {
    operation: Operation,
    number: usize,
    result: &'a Result<RawResponse, Failure>,
    status: Option<u16>,
    elapsed: Duration,
    retry_in: Option<Duration>,
}

impl Attempt<'_> {
    /// The operation of the call.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The number of the attempt, starting at 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The response, if there is one.
    pub fn response(&self) -> Option<&RawResponse> {
        self.result.as_ref().ok()
    }

    /// The status of the response: the one in the body of an error, otherwise the HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The connection error, if that is why there is no response.
    pub fn transport_error(&self) -> Option<&TransportError> {
        match self.result {
            Err(Failure::Transport(error)) => Some(error),
            _ => None,
        }
    }

    /// The time since the start of the call, including earlier attempts and waits.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The wait before the next attempt; `None` if there is none, or if it is not decided yet.
    pub fn retry_in(&self) -> Option<Duration> {
        self.retry_in
    }

    /// Whether the attempt failed for a temporary reason and can safely be repeated.
    ///
    /// This is the case for status 429, and if no connection could be made. For idempotent methods (`GET`, `PUT`,
    /// `DELETE`, …) it is also the case for 502, 503 and 504, and if the connection was lost. Either the HTTP status or the
    /// status in the body of the error may say so.
    ///
    /// It is not the case if the service speaks another protocol or has no valid certificate.
    pub fn is_safe_to_retry(&self) -> bool {
        let method = self.operation.method();
        match self.result {
            Ok(response) => {
                let http = Some(response.status().as_u16());
                [self.status, http]
                    .into_iter()
                    .flatten()
                    .any(|status| is_retryable_status(method, status))
            }
            Err(Failure::Transport(error)) => is_retryable_transport(method, error),
            Err(_) => false,
        }
    }
}

impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut attempt = f.debug_struct("Attempt");
        attempt.field("operation", &format_args!("{}", self.operation.id()));
        attempt.field("number", &self.number);
        match (self.status, self.result) {
            (Some(status), _) => attempt.field("status", &status),
            (None, Err(failure)) => attempt.field("failure", &format_args!("{failure}")),
            (None, Ok(_)) => &mut attempt,
        };
        attempt.field("elapsed", &self.elapsed);
        if let Some(wait) = &self.retry_in {
            attempt.field("retry_in", wait);
        }
        attempt.finish()
    }
}

/// Whether a call that failed with this status may succeed later and can safely be repeated.
pub(super) fn is_retryable_status(method: &Method, status: u16) -> bool {
    match status {
        429 => true,
        502..=504 => method.is_idempotent(),
        _ => false,
    }
}

/// Whether a call whose connection failed can safely be repeated.
pub(super) fn is_retryable_transport(method: &Method, error: &TransportError) -> bool {
    error.may_pass() && (error.is_connect() || method.is_idempotent())
}

/// Properties of a call that apply to all its attempts.
pub(super) struct CallContext {
    pub(super) operation: Operation,
    pub(super) policy: RetryPolicy,
    /// For all attempts and waits together.
    pub(super) timeout: Duration,
    /// The status of a response: the one in the body of an error, otherwise the HTTP status.
    pub(super) status_of: fn(&RawResponse) -> u16,
    /// Whether the body of a successful response with this status is read as a stream.
    pub(super) is_streamed: fn(u16) -> bool,
}

/// Sends a request until it succeeds, or until another attempt is not safe or does not fit into the timeout.
pub(super) async fn run(
    client: &ClientCore,
    request: &PreparedRequest,
    context: &CallContext,
) -> Result<RawResponse, Failure> {
    let started = Instant::now();
    let mut delays = context.policy.delays();
    let mut number = 0;
    loop {
        number += 1;
        let left = context.timeout.saturating_sub(started.elapsed());
        // A service that sends interim responses (1xx) without end can delay this timeout, by less than a second in an
        // optimized program. `hyper` reads them in a task of its own, and yields only after 128 reads of the socket (the
        // budget of `tokio`). Neither `reqwest` nor its connector layers give access to that task, its buffer or its socket.
        let result = tokio::time::timeout(left, send(client, request, context))
            .await
            .unwrap_or(Err(Failure::Timeout {
                timeout: context.timeout,
                proxy: client.settings().http.proxy(&request.url),
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

/// The wait before the next attempt, if there is one.
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
    // The delay is added, so that clients that were rejected together do not return together.
    let wait = asked.unwrap_or_default().checked_add(delay)?;
    (attempt.elapsed.checked_add(wait)? < context.timeout).then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_shows_its_settings() {
        let policy = RetryPolicy::none().min_delay(Duration::from_secs(1));
        assert_eq!(
            format!("{policy:?}"),
            "RetryPolicy { max_retries: 0, min_delay: 1s, max_delay: 8s, has_condition: false }"
        );
    }
}
