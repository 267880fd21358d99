//! Calls: from the request of an operation to its decoded answer.

use std::fmt;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, StatusCode};

use super::failure::Failure;
use super::send::{Exchange, exchange};
use super::{
    Answer, ApiError, CallSettings, ClientCore, Decode, DecodeError, DecodeFailure, Error,
    ErrorBody, ErrorKind, FromAnswer, Operation, Parts, RateLimit,
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

/// Sends a request and decodes the answer.
pub fn send<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<R::Response, R::Error>> {
    start(
        client,
        request,
        settings,
        R::Response::is_streamed,
        finish::<R>,
    )
}

/// The same, with what came around the decoded answer.
pub fn send_with_response<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<Response<R::Response>, R::Error>> {
    start(
        client,
        request,
        settings,
        R::Response::is_streamed,
        |result| {
            let (value, answer) = decode::<R>(result)?;
            Ok(Response { value, answer })
        },
    )
}

pub(super) fn start<R: Request, T>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
    is_streamed: fn(u16) -> bool,
    finish: fn(Result<Answer, Failure>) -> T,
) -> CallFuture<T> {
    let mut parts = Parts::new(R::OPERATION);
    request.encode(&mut parts);
    let exchange = exchange(
        client,
        parts.checked(),
        settings,
        status_of::<R::Error>,
        is_streamed,
    );
    CallFuture { exchange, finish }
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
