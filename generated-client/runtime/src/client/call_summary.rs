//! A call that is over, as its error describes it.

use std::fmt;

use tokio::time::{Duration, Instant};

use super::RawResponse;
use super::error::Failure;
use super::trace::CallSpan;

/// The end of a call, without the type of its response.
pub(super) struct Outcome {
    pub(super) result: Result<RawResponse, Failure>,
    pub(super) end: CallEnd,
}

/// The part of a finished call that its error needs.
pub(super) struct CallEnd {
    pub(super) attempts: usize,
    /// Whether the request had an idempotency key of the caller, which another call can have, too.
    pub(super) has_own_key: bool,
    /// Whether the service may have processed an attempt before the last one.
    pub(super) may_be_done: bool,
    /// `None` if it was not sent.
    pub(super) started: Option<Instant>,
    pub(super) span: CallSpan,
}

impl Outcome {
    pub(super) fn new(
        result: Result<RawResponse, Failure>,
        attempts: usize,
        started: Instant,
    ) -> Self {
        let end = CallEnd {
            attempts,
            has_own_key: false,
            may_be_done: false,
            started: Some(started),
            span: CallSpan::none(),
        };
        Self { result, end }
    }

    /// A call that cannot be sent.
    pub(super) fn unsent(failure: Failure) -> Self {
        let end = CallEnd {
            attempts: 0,
            has_own_key: false,
            may_be_done: false,
            started: None,
            span: CallSpan::none(),
        };
        Self {
            result: Err(failure),
            end,
        }
    }
}

impl CallEnd {
    /// The time is only measured for errors.
    pub(super) fn summary(&self) -> CallSummary {
        CallSummary {
            attempts: self.attempts,
            has_own_key: self.has_own_key,
            may_be_done: self.may_be_done,
            elapsed: self
                .started
                .map(|started| started.elapsed())
                .unwrap_or_default(),
        }
    }
}

/// The number of attempts, and the time that they took. Its text is empty if there was only one.
#[derive(Default)]
pub(super) struct CallSummary {
    pub(super) attempts: usize,
    pub(super) has_own_key: bool,
    pub(super) may_be_done: bool,
    pub(super) elapsed: Duration,
}

impl fmt::Display for CallSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.attempts < 2 {
            return Ok(());
        }
        write!(f, " ({} attempts in {:.1?})", self.attempts, self.elapsed)
    }
}
