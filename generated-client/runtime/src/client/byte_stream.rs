//! The body of an answer as bytes that are read as they come.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::call::{start, success};
use super::incoming::Incoming;
use super::{Answer, CallFuture, CallResult, CallSettings, ClientCore, Error, Request, TryNext};

/// Sends a request and returns the body of the answer while it arrives.
pub fn byte_stream<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<ByteStream<R::Error>, R::Error>> {
    start(
        client,
        request,
        settings,
        |_| true,
        |result| success(R::OPERATION, result).map(ByteStream::new),
    )
}

/// The body of an answer, chunk by chunk: a [`Stream`], and [`try_next`](Self::try_next) where none is needed.
///
/// It ends after an error. To drop it before its end closes the connection. `Call::byte_stream` returns it.
#[must_use = "streams do nothing unless they are polled"]
pub struct ByteStream<E = Value> {
    answer: Answer,
    /// `None` at the end.
    incoming: Option<Incoming>,
    length: Option<u64>,
    error: PhantomData<fn() -> E>,
}

impl<E> ByteStream<E> {
    fn new(answer: Answer) -> Self {
        let incoming = answer.take_incoming();
        Self {
            length: incoming.as_ref().and_then(Incoming::length),
            incoming,
            answer,
            error: PhantomData,
        }
    }

    /// The next chunk, or `None` after the last one.
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext::new(self)
    }

    /// How long to wait for the next chunk, in place of the call's timeout.
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        if let Some(incoming) = &mut self.incoming {
            incoming.patience = Some(timeout);
        }
        self
    }

    /// How many bytes the body has in all, if the service says so.
    pub fn content_length(&self) -> Option<u64> {
        self.length
    }

    /// The media type, if the service names one.
    pub fn content_type(&self) -> Option<&str> {
        self.headers().get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.answer.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }
}

impl<E> Stream for ByteStream<E> {
    type Item = CallResult<Bytes, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(incoming) = &mut self.incoming else {
            return Poll::Ready(None);
        };
        let next = ready!(incoming.poll_chunk(context)).transpose();
        let next = next.map_err(|failure| Error::new(incoming.operation, failure.into()));
        if !matches!(next, Ok(Some(_))) {
            self.incoming = None;
        }
        Poll::Ready(next.transpose())
    }
}

impl<E> fmt::Debug for ByteStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("answer", &self.answer)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}
