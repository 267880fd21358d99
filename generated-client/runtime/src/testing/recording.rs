//! Recordings of what a client sends and receives.

use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use http_body::{Body, Frame, SizeHint};
use reqwest::ResponseBuilderExt as _;

use super::SentRequest;
use crate::Operation;
use crate::client::{ClientCore, Executed, Failure, Snapshot, Transport};

/// One attempt of a call: what was sent and received, byte by byte. It contains credentials.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exchange {
    /// The request.
    pub request: SentRequest,
    /// The response, as far as it arrived; `None` if there was none.
    pub response: Option<ReceivedResponse>,
    /// The reason why there is no response, or why its body is not complete.
    pub problem: Option<String>,
}

/// A response as it was received.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReceivedResponse {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body in the pieces in which it arrived.
    pub chunks: Vec<Bytes>,
}

impl ReceivedResponse {
    /// The whole body.
    pub fn body(&self) -> Bytes {
        self.chunks.concat().into()
    }
}

/// The problems of an attempt that its caller has ended, not the service.
pub(super) const NO_RESPONSE_YET: &str = "the call was given up before there was a response";
pub(super) const NOT_READ: &str = "the body was not read to its end";

/// A function that receives each attempt when its response has arrived as a whole, has failed or is no longer read.
type Sink = dyn Fn(Exchange) + Send + Sync;

/// The same client, whose attempts are recorded.
#[doc(hidden)]
#[must_use]
pub fn recorded(
    client: &ClientCore,
    sink: impl Fn(Exchange) + Send + Sync + 'static,
) -> ClientCore {
    let sink: Arc<Sink> = Arc::new(sink);
    client.over(|below| Arc::new(Recorder { below, sink }))
}

/// The recorder between a client and the network, or a service in the same process.
struct Recorder {
    below: Arc<dyn Transport>,
    sink: Arc<Sink>,
}

impl Recorder {
    async fn record(
        &self,
        operation: Operation,
        inputs: Option<&Snapshot>,
        mut request: reqwest::Request,
    ) -> Result<reqwest::Response, Failure> {
        let sent = SentRequest {
            operation,
            method: request.method().clone(),
            url: request.url().clone(),
            headers: request.headers().clone(),
            body: Bytes::new(),
        };
        let url = sent.url.clone();
        let attempt = Arc::new(Attempt {
            exchange: Mutex::new(Exchange {
                request: sent,
                response: None,
                problem: Some(NO_RESPONSE_YET.to_owned()),
            }),
            sent: Mutex::default(),
            sink: self.sink.clone(),
        });
        if let Some(body) = request.body_mut() {
            if let Some(bytes) = body.as_bytes() {
                lock(&attempt.sent).push(Bytes::copy_from_slice(bytes));
            } else {
                // A stream is sent as before, and its chunks are kept.
                let inner = mem::take(body);
                let attempt = attempt.clone();
                *body = reqwest::Body::wrap(Tee {
                    inner,
                    observer: Observer::Sent(attempt),
                });
            }
        }
        let response = match self.below.execute(operation, inputs, request).await {
            Ok(response) => response,
            Err(failure) => {
                attempt.exchange().problem = Some(failure.to_string());
                return Err(failure);
            }
        };
        let (parts, inner) = http::Response::from(response).into_parts();
        {
            let mut exchange = attempt.exchange();
            exchange.problem = Some(NOT_READ.to_owned());
            exchange.response = Some(ReceivedResponse {
                status: parts.status,
                headers: parts.headers.clone(),
                chunks: Vec::new(),
            });
        }
        let observer = Observer::Received(attempt);
        let body = reqwest::Body::wrap(Tee { inner, observer });
        let response = http::Response::builder().status(parts.status).url(url);
        let mut response = response.body(body).expect("the status is valid");
        *response.headers_mut() = parts.headers;
        *response.version_mut() = parts.version;
        Ok(response.into())
    }
}

impl Transport for Recorder {
    fn keeps_inputs(&self) -> bool {
        self.below.keeps_inputs()
    }

    fn execute<'a>(
        &'a self,
        operation: Operation,
        inputs: Option<&'a Snapshot>,
        request: reqwest::Request,
    ) -> Executed<'a> {
        Box::pin(self.record(operation, inputs, request))
    }
}

/// An attempt that is not over. The sink gets it when nothing can be added any more.
struct Attempt {
    exchange: Mutex<Exchange>,
    /// The chunks of the request body.
    sent: Mutex<Vec<Bytes>>,
    sink: Arc<Sink>,
}

impl Attempt {
    fn exchange(&self) -> MutexGuard<'_, Exchange> {
        lock(&self.exchange)
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        let mut exchange = self.exchange().clone();
        exchange.request.body = lock(&self.sent).concat().into();
        (self.sink)(exchange);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A body whose chunks are kept while they pass.
struct Tee {
    inner: reqwest::Body,
    observer: Observer,
}

enum Observer {
    Sent(Arc<Attempt>),
    Received(Arc<Attempt>),
}

impl Observer {
    fn chunk(&self, chunk: Bytes) {
        match self {
            Self::Sent(attempt) => lock(&attempt.sent).push(chunk),
            Self::Received(attempt) => {
                if let Some(response) = &mut attempt.exchange().response {
                    response.chunks.push(chunk);
                }
            }
        }
    }

    /// The end of the body, or the problem in place of it.
    fn end(&self, problem: Option<String>) {
        if let Self::Received(attempt) = self {
            attempt.exchange().problem = problem;
        }
    }
}

impl Body for Tee {
    type Data = Bytes;
    type Error = reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, reqwest::Error>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                if let Some(chunk) = frame.data_ref() {
                    self.observer.chunk(chunk.clone());
                }
                // Who knows the length of the body does not ask for its end.
                if self.inner.is_end_stream() {
                    self.observer.end(None);
                }
            }
            Some(Err(error)) => self.observer.end(Some(error.to_string())),
            None => self.observer.end(None),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        let is_end = self.inner.is_end_stream();
        if is_end {
            self.observer.end(None);
        }
        is_end
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
