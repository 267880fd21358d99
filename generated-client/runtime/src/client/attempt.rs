//! Attempts of a call, as hooks and conditions see them.

use std::fmt;

use tokio::time::Duration;

use super::error::Failure;
use super::prepared_request::PreparedRequest;
use super::retry_class::RetryClass;
use super::{Operation, RawResponse, TransportError};

/// An attempt of a call that is over. Its `Debug` text is for logs: it has no inputs and no bodies of successful responses.
pub struct Attempt<'a> {
    pub(super) operation: Operation,
    pub(super) number: usize,
    pub(super) result: &'a Result<RawResponse, Failure>,
    pub(super) status: Option<u16>,
    pub(super) request: &'a PreparedRequest,
    pub(super) duration: Duration,
    pub(super) elapsed: Duration,
    /// `None` until it is decided.
    pub(super) decision: Option<Decision>,
}

/// The decision after an attempt.
#[derive(Clone, Copy, Debug)]
pub(super) enum Decision {
    Success,
    /// The wait before the next attempt.
    RetryIn(Duration),
    NotRetried(NotRetried),
}

/// The reason why a failed attempt is not followed by another one. Its text is for logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotRetried {
    /// The same request would fail again, for this reason.
    Permanent(&'static str),
    /// The service may have processed the request, for this reason, and the operation is not idempotent.
    Unsafe(&'static str),
    /// The condition of the [`RetryPolicy`](super::RetryPolicy) does not hold.
    Condition,
    /// The retries of the policy are used up.
    MaxRetries,
    /// The retry budget of the client is used up.
    Budget,
    /// The wait would end after the timeout of the call.
    Timeout,
    /// The body is a stream, which can only be sent once.
    Stream,
}

impl fmt::Display for NotRetried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permanent(reason) | Self::Unsafe(reason) => f.write_str(reason),
            Self::Condition => f.write_str("the condition of the retry policy does not hold"),
            Self::MaxRetries => f.write_str("the retry policy allows no more retries"),
            Self::Budget => f.write_str("the retry budget of the client is used up"),
            Self::Timeout => f.write_str("the wait would end after the timeout of the call"),
            Self::Stream => f.write_str("the body is a stream, which can only be sent once"),
        }
    }
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

    /// The time that this attempt took, up to the last byte of the response, or to its head if it is read as a stream.
    pub fn duration(&self) -> Duration {
        self.duration
    }

    /// The size of the body of the request in bytes; `None` if it is not in memory, so not known yet.
    pub fn request_body_size(&self) -> Option<u64> {
        self.request.body_size()
    }

    /// The size of the response body in bytes; `None` if the response is incomplete or is read as a stream.
    pub fn response_body_size(&self) -> Option<u64> {
        let response = self.response().filter(|response| !response.is_streamed());
        response.map(|response| response.body().len() as u64)
    }

    /// The time since the start of the call, including earlier attempts and waits.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The wait before the next attempt; `None` if there is none, or if it is not decided yet.
    pub fn retry_in(&self) -> Option<Duration> {
        match self.decision? {
            Decision::RetryIn(wait) => Some(wait),
            _ => None,
        }
    }

    /// The reason why there is no other attempt; `None` if there is one, if it is not decided yet, and after a success.
    pub fn not_retried(&self) -> Option<NotRetried> {
        match self.decision? {
            Decision::NotRetried(reason) => Some(reason),
            _ => None,
        }
    }

    /// Whether the attempt failed for a temporary reason and can safely be repeated.
    ///
    /// This is the case for the statuses 425 and 429, and if no connection could be made. For [idempotent
    /// operations](Operation::is_idempotent) (`GET`, `PUT`, `DELETE`, …) it is also the case for 408, 502,
    /// 503, 504, 520 to 524, 527 and 529, if the connection was lost, and if the service was silent. Either the HTTP status
    /// or the status in the body of the error may say so.
    ///
    /// It is not the case if there is no such host, or if the service speaks another protocol or has no valid certificate.
    pub fn is_safe_to_retry(&self) -> bool {
        self.class().repeats(self.request.is_idempotent)
    }

    /// The class of the failure. Of the two statuses, it is the one that allows a retry.
    pub(super) fn class(&self) -> RetryClass {
        let response = match self.result {
            Ok(response) => response,
            Err(failure) => return RetryClass::of_failure(failure),
        };
        let is_idempotent = self.request.is_idempotent;
        let of_http = RetryClass::of_status(response.status().as_u16());
        let of_body = self.status.map(RetryClass::of_status);
        of_body
            .filter(|class| class.repeats(is_idempotent) || !of_http.repeats(is_idempotent))
            .unwrap_or(of_http)
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
        attempt.field("duration", &self.duration);
        attempt.field("elapsed", &self.elapsed);
        if let Some(wait) = &self.retry_in() {
            attempt.field("retry_in", wait);
        }
        if let Some(reason) = self.not_retried() {
            attempt.field("not_retried", &format_args!("{reason}"));
        }
        attempt.finish()
    }
}
