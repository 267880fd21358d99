//! Errors of calls, by phase: configuration, encoding, transport, decoding, and errors of the service.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::call_summary::{CallEnd, CallSummary};
#[cfg(feature = "call-json")]
use super::error_body::error_body;
use super::rate_limit::retry_after;
use super::retry_class::RetryClass;
use super::transport_error::Route;
use super::{
    ApiError, ConfigError, DecodeError, EncodeError, HookError, Operation, RawResponse,
    RuntimeError, TransportError, UploadError,
};

/// A failed call. `E` is the body of the service's error responses.
///
/// It is the size of a pointer. Its text is one line with the operation, the cause and its location, the service's
/// [id](Self::id) of the error, and the number of attempts if there were several.
///
/// ```
/// # use openapi_client_runtime::Error;
/// fn advice(error: &Error) -> String {
///     if error.is_not_found() {
///         "check the id".to_owned()
///     } else if error.is_retryable() {
///         format!("try again in {:?}", error.retry_after().unwrap_or_default())
///     } else if let (Some(status), Some(body)) = (error.status(), error.body()) {
///         format!("the service responded with {status}: {body}")
///     } else {
///         error.to_string()
///     }
/// }
/// ```
pub struct Error<E = Value>(Box<Inner<E>>);

struct Inner<E> {
    operation: Option<Operation>,
    kind: ErrorKind<E>,
    summary: CallSummary,
}

/// The phase in which a call failed.
///
/// ```
/// # use openapi_client_runtime::{Error, ErrorKind};
/// fn advice(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::Config(_) | ErrorKind::Encode(_) => "fix the program: nothing was sent",
///         ErrorKind::Upload(_) => "check the file: it could not be read completely",
///         ErrorKind::Transport(error) if error.is_connect() => "try later: nothing was sent",
///         ErrorKind::NotSent { .. } => "make fewer calls at the same time: nothing was sent",
///         ErrorKind::Transport(_) | ErrorKind::Timeout { .. } | ErrorKind::Stalled { .. } => {
///             "the service may have received it: look before you send it again"
///         }
///         ErrorKind::RateLimited { .. } => "make fewer calls in the same time",
///         ErrorKind::TooLarge { .. } => "raise `max_response_body`, or use `byte_stream`",
///         ErrorKind::Api(response) if response.status() == 429 => "slow down",
///         ErrorKind::Api(_) => "the service refused the call; its message says why",
///         ErrorKind::Decode { .. } => "it succeeded, but the document describes another response",
///         ErrorKind::RepeatedPage { .. } => "stop: the service does not get to the last page",
///         _ => "show the text of the error",
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind<E> {
    /// A setting of the client is missing or invalid. Nothing was sent, except if the HTTP client of the caller followed a
    /// redirect.
    Config(ConfigError),
    /// The inputs cannot be turned into a request. Nothing was sent.
    Encode(EncodeError),
    /// The call is not in a tokio runtime, or it would block one. Nothing was sent, except if the response was already being read as a stream.
    Runtime(RuntimeError),
    /// A function of the caller that runs before an attempt refused it or failed. This attempt was not sent.
    Hook(HookError),
    /// No connection could be made, or it was lost.
    Transport(TransportError),
    /// A file or a stream could not be sent completely.
    Upload(UploadError),
    /// The call took longer than its timeout. The service may have received it.
    Timeout {
        /// The timeout of the call.
        timeout: Duration,
        /// The proxy on the way to the service, in words, if there is one.
        proxy: Option<Arc<str>>,
    },
    /// The call waited for its turn until its timeout, because of `max_concurrent_calls`. Nothing was sent.
    NotSent {
        /// The timeout of the call.
        timeout: Duration,
    },
    /// The rate limit of the service allows no call before the timeout, and the client waits for it
    /// (`wait_for_rate_limit`). This attempt was not sent.
    RateLimited {
        /// The time until the next window, if it is known.
        reset: Option<Duration>,
    },
    /// Nothing of a response that is read as a stream arrived for too long.
    Stalled {
        /// The longest pause that the client accepts.
        idle_timeout: Duration,
    },
    /// The body of the response, or one value of a stream, is too large.
    TooLarge {
        /// The limit of the client, in bytes.
        limit: u64,
    },
    /// The service responded with success, but the body does not match the document.
    ///
    /// [`RawResponse::json`] lists deviations that are accepted. Where no content is declared, only a page of HTML is an error.
    /// After a method that may have changed something, an error would hide that: an object without required members may be any
    /// text but a list with items or a page of HTML, and up to 32 members and items that do not match are left out.
    ///
    /// Otherwise, also for lists and maps, one record that does not match fails the whole response, because a list without it would be wrong. The
    /// response has the raw body: `response.json::<Value>()` reads it without a type, so that the other records can be used.
    Decode {
        /// The problem, and its location in the body.
        error: DecodeError,
        /// The response. In a stream, it is the value that could not be decoded.
        response: RawResponse,
    },
    /// The service responded with an error. Its status counts even if the body did not arrive whole; the text says so.
    Api(ApiError<E>),
    /// A page refers to itself or to an earlier page as the next one.
    RepeatedPage {
        /// The token of the repeated page.
        token: String,
    },
}

/// The reason why there is no response. The variant for error responses cannot be constructed.
pub(crate) type Failure = ErrorKind<Infallible>;

impl Failure {
    /// A failure while a body is sent or received.
    pub(crate) fn of_body(error: reqwest::Error) -> Self {
        Self::of_http(error, &Route::default())
    }

    pub(super) fn of_http(error: reqwest::Error, route: &Route) -> Self {
        match UploadError::in_causes(&error) {
            Some(error) => Self::Upload(error.clone()),
            None => Self::Transport(TransportError::new(error, route)),
        }
    }

    /// The same failure, in a call whose errors have a body of type `E`.
    pub(super) fn typed<E>(self) -> ErrorKind<E> {
        self.with_body(|error| error.with_body(None))
    }
}

impl<E> ErrorKind<E> {
    /// The name of the phase, for programs.
    #[cfg(any(feature = "call-json", feature = "tracing"))]
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Config(_) => "config",
            Self::Encode(_) => "encode",
            Self::Runtime(_) => "runtime",
            Self::Hook(_) => "hook",
            Self::Transport(_) => "transport",
            Self::Upload(_) => "upload",
            Self::Timeout { .. } | Self::NotSent { .. } | Self::Stalled { .. } => "timeout",
            Self::RateLimited { .. } => "rateLimited",
            Self::TooLarge { .. } => "tooLarge",
            Self::Decode { .. } => "decode",
            Self::Api(_) => "api",
            Self::RepeatedPage { .. } => "repeatedPage",
        }
    }

    /// The same kind, with another type of body.
    fn with_body<F>(self, convert: impl FnOnce(ApiError<E>) -> ApiError<F>) -> ErrorKind<F> {
        match self {
            Self::Config(error) => ErrorKind::Config(error),
            Self::Encode(error) => ErrorKind::Encode(error),
            Self::Runtime(error) => ErrorKind::Runtime(error),
            Self::Hook(error) => ErrorKind::Hook(error),
            Self::Transport(error) => ErrorKind::Transport(error),
            Self::Upload(error) => ErrorKind::Upload(error),
            Self::Timeout { timeout, proxy } => ErrorKind::Timeout { timeout, proxy },
            Self::NotSent { timeout } => ErrorKind::NotSent { timeout },
            Self::RateLimited { reset } => ErrorKind::RateLimited { reset },
            Self::Stalled { idle_timeout } => ErrorKind::Stalled { idle_timeout },
            Self::TooLarge { limit } => ErrorKind::TooLarge { limit },
            Self::Decode { error, response } => ErrorKind::Decode { error, response },
            Self::Api(error) => ErrorKind::Api(convert(error)),
            Self::RepeatedPage { token } => ErrorKind::RepeatedPage { token },
        }
    }
}

impl<E> Error<E> {
    pub(crate) fn new(operation: Operation, kind: ErrorKind<E>) -> Self {
        Self(Box::new(Inner {
            operation: Some(operation),
            kind,
            summary: CallSummary::default(),
        }))
    }

    /// The error of a call that is over.
    pub(super) fn of_call(operation: Operation, kind: ErrorKind<E>, end: CallEnd) -> Self {
        let summary = end.summary();
        end.span.failed(operation, &kind);
        Self(Box::new(Inner {
            operation: Some(operation),
            kind,
            summary,
        }))
    }

    /// The phase in which the call failed, with details.
    pub fn kind(&self) -> &ErrorKind<E> {
        &self.0.kind
    }

    /// The phase in which the call failed, owned.
    pub fn into_kind(self) -> ErrorKind<E> {
        self.0.kind
    }

    /// The operation that failed; `None` if the client could not be built, or if a stream or a call by name cannot wait here.
    pub fn operation(&self) -> Option<Operation> {
        self.0.operation
    }

    /// The error response of the service, if there is one.
    pub fn api(&self) -> Option<&ApiError<E>> {
        match &self.0.kind {
            ErrorKind::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The decoded body of the service's error response.
    pub fn body(&self) -> Option<&E> {
        self.api()?.body()
    }

    /// The status of the service's error: the one in the body, otherwise the HTTP status.
    pub fn status(&self) -> Option<u16> {
        self.api().map(ApiError::status)
    }

    /// The service's id of this error, which its support asks for. It is also part of the text.
    pub fn id(&self) -> Option<&str> {
        self.api()?.id()
    }

    /// The number of attempts that the call has made: 1 without retries. An attempt counts from the moment it waits for a token
    /// or its turn, so the last one may not have been sent. It is 0 if the call could not be sent at all, or if it failed in a
    /// stream that had begun.
    pub fn attempts(&self) -> usize {
        self.0.summary.attempts
    }

    /// The time that the call took, including all attempts and waits; zero without an attempt.
    pub fn elapsed(&self) -> Duration {
        self.0.summary.elapsed
    }

    /// Whether the same call may succeed later and can safely be made again. This covers what
    /// [`RetryPolicy`](super::RetryPolicy) retries, and timeouts of idempotent operations such as a `GET`. If an operation is
    /// idempotent by a key in a header, another call is only safe if the caller has set that header.
    ///
    /// It is also `true` after the last retry: wait longer before the next call.
    pub fn is_retryable(&self) -> bool {
        let Some(operation) = &self.0.operation else {
            return false;
        };
        let has_key = operation.idempotency_key().is_none() || self.0.summary.has_own_key;
        let is_idempotent = operation.is_idempotent() && has_key;
        if self.0.summary.may_be_done && !is_idempotent {
            return false;
        }
        match &self.0.kind {
            ErrorKind::Api(error) => [error.status(), error.http_status().as_u16()]
                .into_iter()
                .any(|status| RetryClass::of_status(status).repeats(is_idempotent)),
            ErrorKind::Transport(error) => RetryClass::of_transport(error).repeats(is_idempotent),
            ErrorKind::Timeout { .. } | ErrorKind::Stalled { .. } => is_idempotent,
            ErrorKind::NotSent { .. } | ErrorKind::RateLimited { .. } => true,
            ErrorKind::Hook(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// The wait that the service asks for before the next call: `Retry-After`, otherwise `RateLimit-Reset`.
    pub fn retry_after(&self) -> Option<Duration> {
        match &self.0.kind {
            ErrorKind::RateLimited { reset } => *reset,
            _ => retry_after(self.api()?.headers()),
        }
    }

    /// 400: the service does not accept the inputs.
    pub fn is_bad_request(&self) -> bool {
        self.status() == Some(400)
    }

    /// 401: the token is missing, wrong or expired.
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(401)
    }

    /// 403: the token does not permit this call.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(403)
    }

    /// 404: the requested object does not exist. `false` for a page of HTML, which comes from a proxy or another server, and
    /// if a base URL of yours repeats the path of the operation: then nothing is known about the object.
    pub fn is_not_found(&self) -> bool {
        self.is_of_object(404)
    }

    /// 409: the state of the object conflicts with this call. `false` for a page of HTML, like [`is_not_found`](Self::is_not_found).
    pub fn is_conflict(&self) -> bool {
        self.is_of_object(409)
    }

    /// Whether the service, and nobody else, has responded with a status that says something about an object.
    fn is_of_object(&self, status: u16) -> bool {
        let mut api = self.api().into_iter();
        api.any(|error| error.status() == status && error.is_of_service())
    }

    /// 429: too many calls in a short time. Also if a call was not sent for this reason.
    pub fn is_rate_limited(&self) -> bool {
        self.status() == Some(429) || matches!(self.0.kind, ErrorKind::RateLimited { .. })
    }

    /// 500 to 599: the service failed.
    pub fn is_server_error(&self) -> bool {
        self.status()
            .is_some_and(|status| (500..600).contains(&status))
    }

    /// The call, connecting, or reading the response exceeded a timeout of the client or of its HTTP client.
    pub fn is_timeout(&self) -> bool {
        match &self.0.kind {
            ErrorKind::Timeout { .. } | ErrorKind::NotSent { .. } | ErrorKind::Stalled { .. } => {
                true
            }
            ErrorKind::Hook(error) => error.is_timeout(),
            ErrorKind::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// No connection could be made, or it was lost.
    pub fn is_transport(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Transport(_))
    }

    /// The same error without the type of its body.
    #[cfg(feature = "call-json")]
    pub(super) fn untyped(self) -> Error<Value> {
        let Inner {
            operation,
            kind,
            summary,
        } = *self.0;
        let kind = kind.with_body(|error| {
            let body = error_body(error.response());
            error.with_body(body)
        });
        Error(Box::new(Inner {
            operation,
            kind,
            summary,
        }))
    }
}

impl<E> From<ConfigError> for Error<E> {
    fn from(error: ConfigError) -> Self {
        Self(Box::new(Inner {
            operation: None,
            kind: ErrorKind::Config(error),
            summary: CallSummary::default(),
        }))
    }
}

impl<E> From<RuntimeError> for Error<E> {
    fn from(error: RuntimeError) -> Self {
        Self(Box::new(Inner {
            operation: None,
            kind: ErrorKind::Runtime(error),
            summary: CallSummary::default(),
        }))
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = &self.0.operation {
            write!(f, "{}: ", operation.id())?;
        }
        self.0.kind.fmt(f)?;
        self.0.summary.fmt(f)
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way. [`kind`](Error::kind) has
/// the details.
impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text of an error already includes its cause, so `source` returns the cause of that. [`kind`](Error::kind) returns
/// the cause itself.
impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.kind {
            ErrorKind::Hook(error) => error.source(),
            ErrorKind::Upload(error) => error.source(),
            _ => None,
        }
    }
}
