//! The body of a response, read while it arrives.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::Body as _;
use tokio::time::{Sleep, sleep};

use super::Operation;
use super::error::Failure;
use super::tokio_runtime::expect_runtime;
use super::turns::Turn;

/// The rest of a body. Dropping it closes the connection.
pub(super) struct BodyStream {
    pub(super) operation: Operation,
    body: reqwest::Body,
    /// The size limit of a value in it, in bytes.
    pub(super) limit: u64,
    /// The longest pause.
    pub(super) idle_timeout: Option<Duration>,
    waiting: Option<Pin<Box<Sleep>>>,
    /// Held until the end, because the connection is in use.
    turn: Option<Turn>,
}

impl BodyStream {
    pub(super) fn new(
        operation: Operation,
        body: reqwest::Body,
        limit: u64,
        idle_timeout: Duration,
    ) -> Self {
        Self {
            operation,
            body,
            limit,
            idle_timeout: Some(idle_timeout),
            waiting: None,
            turn: None,
        }
    }

    /// Keeps the turn of the attempt.
    pub(super) fn hold(&mut self, turn: Turn) {
        self.turn = Some(turn);
    }

    /// The number of bytes left, if the service announced it.
    pub(super) fn length(&self) -> Option<u64> {
        self.body.size_hint().exact()
    }

    /// The next bytes; `None` at the end.
    pub(super) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Failure>>> {
        while let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            self.waiting = None;
            let Some(frame) = frame.transpose().map_err(Failure::of_body)? else {
                drop(self.turn.take());
                return Poll::Ready(None);
            };
            // Other frames are trailers.
            if let Ok(chunk) = frame.into_data() {
                return Poll::Ready(Some(Ok(chunk)));
            }
        }
        let Some(idle_timeout) = self.idle_timeout else {
            return Poll::Pending;
        };
        if self.waiting.is_none() {
            expect_runtime().map_err(Failure::Runtime)?;
        }
        let waiting = self
            .waiting
            .get_or_insert_with(|| Box::pin(sleep(idle_timeout)));
        let is_over = waiting.as_mut().poll(context);
        is_over.map(|()| Some(Err(Failure::Stalled { idle_timeout })))
    }
}
