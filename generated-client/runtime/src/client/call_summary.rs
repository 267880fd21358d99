//! A call that is over, as its error describes it.

use std::fmt;
use std::time::Duration;

use super::RawResponse;
use super::error::Failure;
use super::trace::CallSpan;

/// The end of a call, without the type of its response.
pub(super) struct Outcome {
    pub(super) result: Result<RawResponse, Failure>,
    pub(super) end: CallEnd,
}

/// What is needed for the error of a call that is over.
pub(super) struct CallEnd {
    pub(super) summary: CallSummary,
    pub(super) span: CallSpan,
}

impl Outcome {
    pub(super) fn new(result: Result<RawResponse, Failure>, summary: CallSummary) -> Self {
        let span = CallSpan::none();
        let end = CallEnd { summary, span };
        Self { result, end }
    }
}

/// The number of attempts, and the time that they took. Its text is empty if there was only one.
#[derive(Clone, Copy, Default)]
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
