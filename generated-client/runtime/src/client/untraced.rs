//! The module `trace` without the feature `tracing`: nothing is recorded, and nothing is compiled for it.

#![expect(
    clippy::unused_self,
    reason = "the methods are those of the module `trace`"
)]

use std::future::Future;
use std::time::Duration;

use super::attempt::Attempt;
use super::call_summary::Outcome;
use super::prepared_request::PreparedRequest;
use super::{ErrorKind, Operation};

pub(super) struct CallSpan;

impl CallSpan {
    pub(super) fn none() -> Self {
        Self
    }

    pub(super) fn failed<E>(self, _operation: Operation, _kind: &ErrorKind<E>) {}
}

pub(super) fn call<F: Future<Output = Outcome>>(_operation: Operation, call: F) -> F {
    call
}

pub(super) fn in_current_span<F: Future>(future: F) -> F {
    future
}

pub(super) struct AttemptSpan;

impl AttemptSpan {
    pub(super) fn new(_operation: Operation, _request: &PreparedRequest, _number: usize) -> Self {
        Self
    }

    pub(super) fn run<F: Future>(&self, attempt: F) -> F {
        attempt
    }

    pub(super) fn is_recorded(&self) -> bool {
        false
    }

    pub(super) fn ended(self, _attempt: &Attempt<'_>) {}
}

pub(super) fn waited(_setting: &'static str, _wait: Duration) {}
