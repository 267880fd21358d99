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

use super::call::success;
use super::incoming::Incoming;
use super::{Answer, Call, CallFuture, CallResult, Error, Request, TryNext};

impl<R: Request> Call<R> {
    /// Sends the request, and gives the body of the answer as it comes, whatever it is, instead of all of it at once.
    ///
    /// An error of the service is the same as without. The call's timeout holds until the answer begins, and from then on for
    /// each wait for more. There is no limit to its size.
    pub fn byte_stream(self) -> CallFuture<CallResult<ByteStream<R::Error>, R::Error>> {
        self.start(
            |_| true,
            |result| success(R::OPERATION, result).map(ByteStream::new),
        )
    }
}

/// The body of an answer, chunk by chunk: a [`Stream`], and [`try_next`](Self::try_next) where none is needed.
///
/// It ends after an error. To drop it before its end closes the connection. [`Call::byte_stream`] gives it.
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
