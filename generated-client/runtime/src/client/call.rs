//! Calls: from the request of an operation to its decoded response.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, StatusCode};

use super::call_summary::{CallEnd, Outcome};
use super::send::{Exchange, exchange};
use super::{
    ApiError, CallSettings, ClientCore, Decode, DecodeError, Error, ErrorBody, ErrorKind,
    FromResponse, Operation, RateLimit, RawResponse, Reading, RequestParts, background,
};

#[cfg(feature = "testing")]
use crate::model::unlisted;

/// The result of a call.
pub(super) type CallResult<T, E> = Result<T, Error<E>>;

/// The inputs of an operation. The types in the module `operations` of a client implement it.
///
/// Required inputs are the arguments of the constructor, and `Client::call` makes a call of a request.
pub trait Request: Clone + fmt::Debug + Send + Sync + 'static {
    /// The decoded response.
    type Response: FromResponse + Send + 'static;
    /// The decoded body of an error response.
    type Error: ErrorBody;

    /// The operation.
    const OPERATION: Operation;

    /// Encodes the inputs as parts of a request.
    #[doc(hidden)]
    fn encode(&self, parts: &mut RequestParts);

    /// Decodes a successful response.
    ///
    /// This is generic and `encode` is marked `#[inline]`, so that a program contains machine code only for the operations
    /// that it calls.
    #[doc(hidden)]
    fn decode(response: &RawResponse) -> Decode<Self::Response> {
        Self::Response::from_response(response)
    }
}

/// Sends a request and decodes the response.
pub fn send<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<R::Response, R::Error>> {
    start(client, request, settings, R::Response::reading, finish::<R>)
}

/// Sends a request and returns the decoded response with its status and headers.
pub fn send_with_response<R: Request>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
) -> CallFuture<CallResult<Response<R::Response>, R::Error>> {
    start(client, request, settings, R::Response::reading, |outcome| {
        let (value, raw) = decode::<R>(outcome)?;
        Ok(Response { value, raw })
    })
}

pub(super) fn start<R: Request, T>(
    client: &ClientCore,
    request: &R,
    settings: &CallSettings,
    reading: fn(u16) -> Reading,
    finish: fn(Outcome) -> T,
) -> CallFuture<T> {
    let mut parts = RequestParts::new(R::OPERATION);
    #[cfg(not(feature = "testing"))]
    request.encode(&mut parts);
    #[cfg(feature = "testing")]
    {
        let unlisted = unlisted::written(|| request.encode(&mut parts));
        if let Some(transport) = &client.settings().transport
            && transport.keeps_inputs()
        {
            parts.inputs = Some(super::Snapshot::new(request.clone(), unlisted));
        }
    }
    let exchange = exchange(
        client,
        parts.checked(),
        settings,
        status_of::<R::Error>,
        reading,
    );
    CallFuture { exchange, finish }
}

/// The status of a response: the one in the body of an error, otherwise the HTTP status.
fn status_of<E: ErrorBody>(response: &RawResponse) -> u16 {
    if response.status().is_success() {
        response.status().as_u16()
    } else {
        ApiError::<E>::new(response.clone()).status()
    }
}

/// Decodes the response.
pub(super) fn finish<R: Request>(outcome: Outcome) -> CallResult<R::Response, R::Error> {
    decode::<R>(outcome).map(|(value, _)| value)
}

fn decode<R: Request>(outcome: Outcome) -> CallResult<(R::Response, RawResponse), R::Error> {
    let (response, end) = success(R::OPERATION, outcome)?;
    match R::decode(&response) {
        Ok(value) => Ok((value, response)),
        Err(error) => Err(undecodable(R::OPERATION, error, response, end)),
    }
}

pub(super) fn undecodable<E>(
    operation: Operation,
    error: DecodeError,
    response: RawResponse,
    end: CallEnd,
) -> Error<E> {
    Error::of_call(operation, ErrorKind::Decode { error, response }, end)
}

/// Separates success from failure. It is compiled once for each type of error body, not for each operation.
pub(super) fn success<E: ErrorBody>(
    operation: Operation,
    outcome: Outcome,
) -> CallResult<(RawResponse, CallEnd), E> {
    let Outcome { result, end } = outcome;
    let kind = match result {
        Ok(response) if operation.is_success(response.status()) => return Ok((response, end)),
        Ok(response) => ErrorKind::Api(ApiError::new(response)),
        Err(failure) => failure.typed(),
    };
    Err(Error::of_call(operation, kind, end))
}

/// A running call. Dropping it cancels the call.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<T> {
    exchange: Exchange,
    pub(super) finish: fn(Outcome) -> T,
}

impl<T> CallFuture<T> {
    /// The call in a task, in which it goes on while this future is not polled. Dropping the future stops the task.
    pub(super) fn in_background(self) -> Self {
        Self {
            exchange: background::start(self.exchange),
            finish: self.finish,
        }
    }
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

/// A decoded response, with its status and headers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The decoded response.
    pub value: T,
    raw: RawResponse,
}

impl<T> Response<T> {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.raw.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.raw.headers()
    }

    /// The state of the service's rate limit, if the response declares it.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.raw.rate_limit()
    }

    /// The raw response.
    pub fn raw(&self) -> &RawResponse {
        &self.raw
    }
}
