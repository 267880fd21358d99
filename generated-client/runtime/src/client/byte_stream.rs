//! The body of a response as bytes, read while they arrive.

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

use super::body_stream::BodyStream;
use super::call::{CallResult, start, success, undecodable};
use super::page::next;
use super::{CallFuture, CallSettings, ClientCore, Error, RawResponse, Reading, Request};

/// Sends a request and returns the body of the response while it arrives.
pub fn byte_stream<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<ByteStream<R::Error>, R::Error>> {
    start(
        client,
        request,
        settings,
        |_| Reading::AsStream,
        |outcome| {
            let (response, end) = success(R::OPERATION, outcome)?;
            match response.expect_plain_bytes() {
                Ok(()) => Ok(ByteStream::new(response)),
                Err(error) => Err(undecodable(R::OPERATION, error, response, end)),
            }
        },
    )
}

/// The body of a response in chunks. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// It ends after an error. Dropping it early closes the connection. `Call::byte_stream` returns it.
#[must_use = "streams do nothing unless they are polled"]
pub struct ByteStream<E = Value> {
    response: RawResponse,
    /// `None` at the end.
    body_stream: Option<BodyStream>,
    length: Option<u64>,
    error: PhantomData<fn() -> E>,
}

impl<E> ByteStream<E> {
    fn new(response: RawResponse) -> Self {
        let body_stream = response.take_body_stream();
        Self {
            length: body_stream.as_ref().and_then(BodyStream::length),
            body_stream,
            response,
            error: PhantomData,
        }
    }

    /// The next chunk, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error<E>> {
        next(self).await
    }

    /// Sets the longest wait for the next chunk, in place of the call's timeout.
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        if let Some(body_stream) = &mut self.body_stream {
            body_stream.idle_timeout = Some(timeout);
        }
        self
    }

    /// The length of the whole body in bytes, if the service announced it.
    pub fn content_length(&self) -> Option<u64> {
        self.length
    }

    /// The media type, if the service declared one.
    pub fn content_type(&self) -> Option<&str> {
        self.headers().get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }
}

impl<E> Stream for ByteStream<E> {
    type Item = CallResult<Bytes, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(body_stream) = &mut self.body_stream else {
            return Poll::Ready(None);
        };
        let next = ready!(body_stream.poll_chunk(context)).transpose();
        let next = next.map_err(|failure| Error::new(body_stream.operation, failure.typed()));
        if !matches!(next, Ok(Some(_))) {
            self.body_stream = None;
        }
        Poll::Ready(next.transpose())
    }
}

impl<E> fmt::Debug for ByteStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("response", &self.response)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}
