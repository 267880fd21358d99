//! A call that is over, as its error describes it.

use std::fmt;
use std::time::Duration;

use super::RawResponse;
use super::error::Failure;

/// The end of a call, without the type of its response.
pub(super) struct Outcome {
    pub(super) result: Result<RawResponse, Failure>,
    pub(super) summary: CallSummary,
}

impl Outcome {
    /// A call that was not sent.
    pub(super) fn unsent(failure: Failure) -> Self {
        Self {
            result: Err(failure),
            summary: CallSummary::default(),
        }
    }
}

/// The number of attempts, and the time that they took. Its text is empty if there was only one.
#[derive(Default)]
pub(super) struct CallSummary {
    pub(super) attempts: usize,
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
