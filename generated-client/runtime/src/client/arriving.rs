//! A response that is arriving: when something of it last arrived, and what has arrived if that is enough.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use super::RawResponse;

/// The most memory for a body, in bytes, before any of it has arrived.
const RESERVED: usize = 1024 * 1024;

/// The part of an attempt that stays if the attempt is given up.
#[derive(Debug)]
pub(super) struct Arriving(Mutex<State>);

#[derive(Debug)]
struct State {
    last: Instant,
    response: Option<(StatusCode, HeaderMap, ArrivingBody)>,
}

impl Arriving {
    pub(super) fn new() -> Self {
        Self(Mutex::new(State {
            last: Instant::now(),
            response: None,
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that the head of a response or a chunk of its body has arrived.
    pub(super) fn note(&self) {
        self.state().last = Instant::now();
    }

    /// The last time when something arrived, or the start.
    pub(super) fn last(&self) -> Instant {
        self.state().last
    }

    /// Keeps a response whose status says enough: it counts even if its body does not arrive.
    pub(super) fn keep(&self, status: StatusCode, headers: HeaderMap) {
        self.state().response = Some((status, headers, ArrivingBody::default()));
    }

    /// Adds to the body of the response that is kept, up to this length. Returns whether there is room for more.
    pub(super) fn add(&self, mut chunk: Bytes, longest: usize) -> bool {
        let mut state = self.state();
        state.last = Instant::now();
        let Some((_, _, body)) = &mut state.response else {
            return false;
        };
        let room = longest.saturating_sub(body.len());
        let fits = chunk.len() <= room;
        chunk.truncate(room);
        body.add(chunk, 0);
        fits
    }

    /// The response that is kept, at its end. If it is not complete, the problem is the reason.
    pub(super) fn take(&self, problem: Option<&dyn fmt::Display>) -> Option<RawResponse> {
        let (status, headers, body) = self.state().response.take()?;
        let mut response = RawResponse::new(status, headers, body.finish());
        response.hint = problem.map(incomplete);
        Some(response)
    }

    /// The response that is kept, as far as it has arrived. The problem is the reason for not waiting.
    pub(super) fn so_far(&self, problem: &dyn fmt::Display) -> Option<RawResponse> {
        let (status, headers, body) = self.state().response.clone()?;
        let mut response = RawResponse::new(status, headers, body.finish());
        response.hint = Some(incomplete(problem));
        Some(response)
    }
}

fn incomplete(problem: &dyn fmt::Display) -> Arc<str> {
    format!("the body is incomplete: {problem}").into()
}

/// The chunks of a body. One that is a single chunk is not copied.
#[derive(Clone, Debug, Default)]
pub(super) struct ArrivingBody {
    first: Bytes,
    /// All chunks, if there are several.
    whole: BytesMut,
}

impl ArrivingBody {
    pub(super) fn len(&self) -> usize {
        self.first.len().max(self.whole.len())
    }

    /// Adds a chunk of a body for which the service has announced a length, or 0.
    pub(super) fn add(&mut self, chunk: Bytes, announced: u64) {
        if self.first.is_empty() {
            self.first = chunk;
            return;
        }
        if self.whole.is_empty() {
            // The service may send less than it has announced.
            let announced = usize::try_from(announced).unwrap_or(usize::MAX);
            self.whole.reserve(announced.min(RESERVED));
            self.whole.extend_from_slice(&self.first);
        }
        self.whole.extend_from_slice(&chunk);
    }

    pub(super) fn finish(self) -> Bytes {
        if self.whole.is_empty() {
            self.first
        } else {
            self.whole.freeze()
        }
    }
}
