//! A call: a request that a client is about to send.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::ops::Deref;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::send::{Exchange, Failure, Options, start};
use super::{
    Answer, ApiError, Client, Decode, DecodeError, DecodeFailure, Error, ErrorBody, ErrorKind,
    FromAnswer, Operation, Parts, RateLimit, RetryPolicy,
};

/// What comes of a call: the answer, or the error with the service's error body.
pub type CallResult<T, E> = Result<T, Error<E>>;

/// The inputs of an operation, and what it makes of them. Generated code implements it.
pub trait Request: Send + Sync + 'static {
    /// What the operation answers.
    type Response: FromAnswer + Send + 'static;
    /// What the operation answers when it fails.
    type Error: ErrorBody;

    /// The operation.
    const OPERATION: Operation;

    /// Puts each input where the document says.
    fn encode(&self, parts: &mut Parts);

    /// Decodes an answer of success.
    ///
    /// It is generic, and `encode` is marked `#[inline]`, so that of a crate with many operations only those are compiled to
    /// machine code that a program calls.
    fn decode(answer: &Answer) -> Decode<Self::Response> {
        Self::Response::from_answer(answer)
    }
}

/// An operation with its inputs, ready to be sent: `.await` it.
///
/// It is a value: its inputs can be read, it can be cloned and sent again, and nothing happens until it is awaited.
/// Next to the setters of the operation's optional inputs it takes `with_…` settings that hold for this call only.
#[derive(Clone)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct Call<R> {
    pub(crate) client: Client,
    pub(crate) request: R,
    pub(crate) options: Options,
}

impl<R> Call<R> {
    pub(super) fn new(client: Client, request: R) -> Self {
        Self {
            client,
            request,
            options: Options::default(),
        }
    }

    /// The inputs.
    pub fn request(&self) -> &R {
        &self.request
    }

    /// How long this call may take, from its start to the last byte of the answer. An answer that is read as it comes has this
    /// time to begin.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Whether and how this call is repeated, in place of the client's policy.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// A header that goes with this call, in place of the client's header of that name.
    pub fn with_header(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.options
            .headers
            .push((name.to_owned(), value.to_string()));
        self
    }

    /// A query parameter that the document does not know.
    pub fn with_query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.options
            .query
            .push((name.to_owned(), value.to_string()));
        self
    }

    /// A member of the body that the document does not know.
    pub fn with_property(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.options
            .properties
            .push((name.to_owned(), value.into()));
        self
    }
}

impl<R: Request> Call<R> {
    /// Sends the request and decodes the answer. `.await` on the call does the same.
    pub fn send(self) -> CallFuture<CallResult<R::Response, R::Error>> {
        self.start(R::Response::is_streamed, finish::<R>)
    }

    /// Sends the request, and gives status, headers and raw body beside the decoded answer.
    pub fn with_response(self) -> CallFuture<CallResult<Response<R::Response>, R::Error>> {
        self.start(R::Response::is_streamed, |result| {
            let (value, answer) = decode::<R>(result)?;
            Ok(Response { value, answer })
        })
    }

    pub(super) fn start<T>(
        &self,
        is_streamed: fn(u16) -> bool,
        finish: fn(Result<Answer, Failure>) -> T,
    ) -> CallFuture<T> {
        let mut parts = Parts::new(R::OPERATION);
        self.request.encode(&mut parts);
        CallFuture {
            exchange: start(
                &self.client,
                parts.checked(),
                &self.options,
                status_of::<R::Error>,
                is_streamed,
            ),
            finish,
        }
    }
}

/// The status of an answer: what the body of an error says, else the HTTP status.
fn status_of<E: ErrorBody>(answer: &Answer) -> u16 {
    if answer.status().is_success() {
        answer.status().as_u16()
    } else {
        ApiError::<E>::new(answer.clone()).status()
    }
}

/// Turns an answer into what the operation answers.
pub(super) fn finish<R: Request>(
    result: Result<Answer, Failure>,
) -> CallResult<R::Response, R::Error> {
    decode::<R>(result).map(|(value, _)| value)
}

fn decode<R: Request>(
    result: Result<Answer, Failure>,
) -> CallResult<(R::Response, Answer), R::Error> {
    let answer = success(R::OPERATION, result)?;
    match R::decode(&answer) {
        Ok(value) => Ok((value, answer)),
        Err(error) => Err(undecodable(R::OPERATION, error, answer)),
    }
}

pub(super) fn undecodable<E>(operation: Operation, error: DecodeError, answer: Answer) -> Error<E> {
    Error::new(
        operation,
        ErrorKind::Decode(DecodeFailure::new(error, answer)),
    )
}

/// Tells success from failure. It is compiled once for each type of error body, not for each operation.
pub(super) fn success<E: ErrorBody>(
    operation: Operation,
    result: Result<Answer, Failure>,
) -> CallResult<Answer, E> {
    let kind = match result {
        Ok(answer) if answer.status().is_success() => return Ok(answer),
        Ok(answer) => ErrorKind::Api(ApiError::new(answer)),
        Err(failure) => failure.into(),
    };
    Err(Error::new(operation, kind))
}

impl<R: Request> IntoFuture for Call<R> {
    type Output = CallResult<R::Response, R::Error>;
    type IntoFuture = CallFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl<R: fmt::Debug> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("request", &self.request)
            .field("options", &self.options)
            .field("client", &self.client)
            .finish()
    }
}

/// A call that is under way; to drop it ends it.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<T> {
    exchange: Exchange,
    finish: fn(Result<Answer, Failure>) -> T,
}

impl<T> Future for CallFuture<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        self.exchange.as_mut().poll(context).map(self.finish)
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

/// A decoded answer with what came around it. It dereferences to the decoded answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The decoded answer.
    pub value: T,
    answer: Answer,
}

impl<T> Response<T> {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.answer.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }

    /// The window of the service's rate limit, if the answer tells of it.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.answer.rate_limit()
    }

    /// The answer as it came, with the raw body.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
