//! The body of a response that is read as it comes.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::Body as _;
use tokio::time::{Sleep, sleep};

use super::Operation;
use super::error::Failure;

/// What is still to come of a body. To drop it ends the connection.
pub(super) struct BodyStream {
    pub(super) operation: Operation,
    body: reqwest::Body,
    /// How many bytes a value in it may have.
    pub(super) limit: u64,
    /// How long nothing may come.
    pub(super) idle_timeout: Option<Duration>,
    waiting: Option<Pin<Box<Sleep>>>,
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
        }
    }

    /// How many bytes are still to come, if the service said so.
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
            let Some(frame) = frame.transpose().map_err(Failure::of_http)? else {
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
        let waiting = self
            .waiting
            .get_or_insert_with(|| Box::pin(sleep(idle_timeout)));
        let is_over = waiting.as_mut().poll(context);
        is_over.map(|()| Some(Err(Failure::Stalled { idle_timeout })))
    }
}
