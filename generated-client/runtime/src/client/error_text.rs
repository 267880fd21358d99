//! The texts of errors.

use std::fmt;

use super::ErrorKind;
use super::api_error::status_text;

/// The text of an [`Error`](super::Error) without the operation and the number of attempts.
impl<E> fmt::Display for ErrorKind<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(error) => error.fmt(f),
            Self::Encode(error) => write!(f, "{error}; nothing was sent"),
            Self::Runtime(error) => error.fmt(f),
            Self::Hook(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Upload(error) => error.fmt(f),
            Self::Timeout { timeout, proxy } => {
                write!(f, "no complete response within {timeout:?}")?;
                let proxy = proxy.as_ref();
                proxy.map_or(Ok(()), |proxy| write!(f, " through {proxy}"))
            }
            Self::NotSent { timeout } => write!(
                f,
                "waited {timeout:?} for its turn, because `max_concurrent_calls` other calls were in progress; nothing was sent"
            ),
            Self::RateLimited { reset: Some(reset) } => write!(
                f,
                "not sent, because the rate limit of the service allows no call for another {reset:.1?}"
            ),
            Self::RateLimited { reset: None } => f.write_str(
                "not sent, because the calls in progress use up the rate limit of the service",
            ),
            Self::Stalled { idle_timeout } => {
                write!(f, "nothing of the response arrived for {idle_timeout:?}")
            }
            Self::TooLarge { limit } => write!(
                f,
                "the response, or a value in it, is larger than the limit of {limit} bytes"
            ),
            Self::Decode { error, response } => {
                let status = status_text(response.status());
                write!(f, "cannot decode the response ({status}): {error}")
            }
            Self::Api(error) => error.fmt(f),
            Self::RepeatedPage { token } => write!(
                f,
                "the service returned the token of a page that was already read: `{token}`"
            ),
        }
    }
}
