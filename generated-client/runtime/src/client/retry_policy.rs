//! Retry policies: which attempts are repeated, and after how long.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use super::attempt::{Attempt, NotRetried};
use super::retry_class::{Repeat, RetryClass};

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
/// // More patient than the default, but never for an operation that would be started twice.
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
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) has_budget: bool,
    condition: Option<Arc<Condition>>,
}

/// The part of the call's timeout that an attempt has by default: a quarter.
const SHARE_OF_ATTEMPT: u32 = 4;
/// The least time that it has by default. A response that takes less is not a sign of a dead connection.
const LEAST_ATTEMPT: Duration = Duration::from_secs(5);

type Condition = dyn Fn(&Attempt<'_>) -> bool + Send + Sync;

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

    /// The time after which an attempt is given up for another one if nothing of the response has arrived, for example because
    /// the connection is dead. A response that goes on arriving is not given up. Default: a quarter of the call's timeout, but at
    /// least five seconds.
    ///
    /// Zero is an error. This ends no call: an attempt is only given up if it is retried then, and if at least half of the call's timeout is left
    /// for the next one. A request with a file, a stream or more than 1 MiB is not given up, because sending it may take long.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Retries even if the retry budget of the client is used up.
    ///
    /// All clones of a client share a budget, so that retries do not multiply the load of a service that is down. It pays for
    /// 100 retries in a row (50 after timeouts). A call that succeeds gives back what its last retry has cost, or a fifth of a
    /// retry if it had none. Retries after status 429 with a time to wait cost nothing.
    pub fn without_budget(mut self) -> Self {
        self.has_budget = false;
        self
    }

    /// Decides which attempts are retried, instead of [`Attempt::is_safe_to_retry`].
    ///
    /// Retrying a `POST` that the service may have received is only safe if the operation is idempotent. The condition is also
    /// asked whether an attempt may be [given up](Self::attempt_timeout) for another one.
    pub fn retry_if(
        mut self,
        condition: impl Fn(&Attempt<'_>) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.condition = Some(Arc::new(condition));
        self
    }

    /// The longest pause before an attempt of a call with this timeout is given up.
    pub(super) fn longest_pause(&self, timeout: Duration) -> Duration {
        self.attempt_timeout
            .unwrap_or_else(|| LEAST_ATTEMPT.max(timeout / SHARE_OF_ATTEMPT))
    }

    pub(super) fn delays(&self) -> ExponentialBackoff {
        ExponentialBuilder::new()
            .with_min_delay(self.min_delay)
            .with_max_delay(self.max_delay)
            .with_max_times(self.max_retries)
            .with_jitter()
            .build()
    }

    /// The reason for not repeating an attempt, if there is one.
    pub(super) fn refusal(&self, attempt: &Attempt<'_>, class: RetryClass) -> Option<NotRetried> {
        match &self.condition {
            Some(condition) => (!condition(attempt)).then_some(NotRetried::Condition),
            None if attempt.is_safe_to_retry() => None,
            None => Some(match class.repeat {
                Repeat::Never => NotRetried::Permanent(class.reason),
                Repeat::Always | Repeat::IfIdempotent => NotRetried::Unsafe(class.reason),
            }),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_retries: 3,
            min_delay: Duration::from_millis(250),
            max_delay: Duration::from_secs(8),
            attempt_timeout: None,
            has_budget: true,
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
            .field("attempt_timeout", &self.attempt_timeout)
            .field("has_budget", &self.has_budget)
            .field("has_condition", &self.condition.is_some())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_shows_its_settings() {
        let policy = RetryPolicy::none().min_delay(Duration::from_secs(1));
        assert_eq!(
            format!("{policy:?}"),
            "RetryPolicy { max_retries: 0, min_delay: 1s, max_delay: 8s, attempt_timeout: None, has_budget: true, has_condition: false }"
        );
    }
}
