//! Connections that fail.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::iter;
use std::sync::Arc;
use std::time::Duration;

/// The connect timeout and the proxy of a client, for the messages of errors.
#[derive(Clone, Debug, Default)]
pub(super) struct Route {
    pub(super) connect_timeout: Option<Duration>,
    pub(super) proxy: Option<Arc<str>>,
}

/// A connection that could not be made, or that was lost.
pub struct TransportError {
    error: reqwest::Error,
    route: Route,
}

impl TransportError {
    pub(super) fn new(error: reqwest::Error, route: &Route) -> Self {
        Self {
            // The URL holds inputs of the call, which do not belong in a log.
            error: error.without_url(),
            route: route.clone(),
        }
    }

    /// Whether no connection was made, so that the service cannot have received anything.
    pub fn is_connect(&self) -> bool {
        self.error.is_connect()
    }

    /// Whether a timeout of the HTTP client ended the attempt: the one for connecting, or one of your own HTTP client.
    pub fn is_timeout(&self) -> bool {
        self.error.is_timeout()
            || causes(&self.error).any(<dyn StdError>::is::<tokio::time::error::Elapsed>)
    }

    /// Whether the same request may have another result later: not if the other side is misconfigured.
    pub(super) fn may_pass(&self) -> bool {
        let is_final = |cause| {
            is_invalid(cause)
                || is_of_http(cause)
                || is_of_proxy(cause)
                || is_refused(cause)
                || is_unknown_host(cause)
        };
        !self.is_of_encoding() && !causes(&self.error).any(is_final)
    }

    /// Whether the body is not compressed as its headers say. While it is decompressed, its end may also be missing.
    fn is_of_encoding(&self) -> bool {
        let kinds = [
            io::ErrorKind::Other,
            io::ErrorKind::InvalidData,
            io::ErrorKind::InvalidInput,
        ];
        let cause = innermost(&self.error).downcast_ref::<io::Error>();
        self.error.is_decode()
            && cause.is_some_and(|cause| {
                let inner = cause.get_ref();
                let is_lost = inner.is_some_and(|inner| {
                    inner.is::<hyper::Error>() || inner.is::<reqwest::Error>()
                });
                kinds.contains(&cause.kind()) && !is_lost
            })
    }

    /// The problem in the words of a caller, where the HTTP client says something else: mostly, that the other side speaks another
    /// protocol.
    fn reworded(&self) -> Option<&'static str> {
        causes(&self.error).find_map(|cause| {
            let text = cause.to_string();
            if cause.downcast_ref().is_some_and(is_unasked) {
                Some("the server sent something before the request, so it does not speak HTTP here")
            } else if is_invalid(cause) && text.contains("InvalidContentType") {
                Some("the server does not use TLS here; the base URL may have to begin with `http://`")
            } else if is_of_ended_runtime(cause) {
                Some("the tokio runtime in which the connection was made has ended")
            } else if is_of_http(cause) && text.contains("version") {
                Some(
                    "the response is not HTTP/1.1; the server may expect TLS (a base URL with `https://`) or another \
                     protocol",
                )
            } else {
                None
            }
        })
    }

    /// The error of the HTTP client, without the URL.
    pub fn http_error(&self) -> &reqwest::Error {
        &self.error
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.route.proxy, self.is_connect()) {
            (Some(proxy), true) => write!(f, "no connection through {proxy}: ")?,
            (None, true) => f.write_str("no connection to the service: ")?,
            (Some(proxy), false) => write!(f, "the connection through {proxy} failed: ")?,
            (None, false) => f.write_str("the connection failed: ")?,
        }
        if let Some(problem) = self.reworded() {
            return f.write_str(problem);
        }
        // The outer errors only repeat that sending failed.
        let cause = innermost(&self.error);
        if is_refused(cause) {
            return f.write_str("it refuses to connect to the service");
        }
        if !self.is_timeout() || is_of_system(cause) {
            let text = cause.to_string();
            f.write_str(&text)?;
            return advice(&text).map_or(Ok(()), |advice| write!(f, "; {advice}"));
        }
        match self.route.connect_timeout.filter(|_| self.is_connect()) {
            Some(timeout) => write!(f, "connecting took longer than {timeout:?}"),
            None => f.write_str("it took longer than a timeout of the HTTP client"),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// It has no `source`: its text already includes the cause.
impl StdError for TransportError {}

/// An error and its causes.
fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    iter::successors(Some(error), |error| (**error).source())
}

/// The cause that says most: outer errors only repeat that something failed.
pub(super) fn innermost<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    causes(error).last().unwrap_or(error)
}

/// Whether what was received is not valid: a certificate or a message of TLS, the encoding of a body.
fn is_invalid(error: &(dyn StdError + 'static)) -> bool {
    let Some(error) = error.downcast_ref::<io::Error>() else {
        return false;
    };
    // `source` passes over an error that is wrapped in another one.
    let inner = error
        .get_ref()
        .map(|inner| inner as &(dyn StdError + 'static));
    let is_invalid = matches!(
        error.kind(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
    );
    is_invalid || inner.is_some_and(self::is_invalid)
}

/// Whether the name of the host has no address. This is known by its text, which also says if the name server is in trouble.
fn is_unknown_host(error: &(dyn StdError + 'static)) -> bool {
    /// The error of Windows for a host that is not found.
    const HOST_NOT_FOUND: i32 = 11001;
    let Some(error) = error.downcast_ref::<io::Error>() else {
        return false;
    };
    let text = error.to_string();
    let is_lookup = text.starts_with("failed to lookup address information");
    let is_not_found = cfg!(windows) && error.raw_os_error() == Some(HOST_NOT_FOUND);
    is_not_found || is_lookup && !text.to_ascii_lowercase().contains("temporary")
}

/// Whether the response is not valid HTTP.
fn is_of_http(error: &(dyn StdError + 'static)) -> bool {
    let error = error.downcast_ref::<hyper::Error>();
    error.is_some_and(|error| error.is_parse() || is_unasked(error))
}

/// Whether the other side sent something before the request, such as the banner of an SSH server. This kind has no method.
fn is_unasked(error: &hyper::Error) -> bool {
    error.to_string().starts_with("received unexpected message")
}

/// Whether the task that drives a connection was dropped with its runtime. This kind has no method.
fn is_of_ended_runtime(error: &(dyn StdError + 'static)) -> bool {
    let error = error.downcast_ref::<hyper::Error>();
    error.is_some_and(|error| error.to_string().starts_with("dispatch task is gone"))
}

/// Whether a proxy needs another HTTP client or credentials. These errors have no type of their own.
fn is_of_proxy(error: &(dyn StdError + 'static)) -> bool {
    let text = error.to_string();
    text.starts_with("unsupported scheme") || text.ends_with("proxy authorization required")
}

/// Whether a proxy answers `CONNECT` with an error. The response is not known.
fn is_refused(error: &(dyn StdError + 'static)) -> bool {
    error.to_string() == "tunnel error: unsuccessful"
}

/// The remedy for a certificate that is not accepted, by the text of the error.
fn advice(error: &str) -> Option<&'static str> {
    let problem = error.strip_prefix("invalid peer certificate: ")?;
    if problem.contains("UnknownIssuer") {
        Some(
            "to trust the CA that signed it, set SSL_CERT_FILE to a file with the certificate of the CA, or pass an HTTP \
             client with that certificate to `http_client`",
        )
    } else if problem.contains("CaUsedAsEndEntity") {
        Some(
            "the server uses the certificate of a CA as its own; it needs one that a CA has signed",
        )
    } else {
        None
    }
}

/// Whether the operating system reported the error.
fn is_of_system(error: &(dyn StdError + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.raw_os_error().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_that_is_not_accepted_has_a_remedy() {
        let advice = |problem| advice(&format!("invalid peer certificate: {problem}"));
        assert!(advice("UnknownIssuer").unwrap().contains("SSL_CERT_FILE"));
        let of_ca = "Other(OtherError(CaUsedAsEndEntity))";
        assert!(advice(of_ca).unwrap().contains("needs one that a CA"));
        assert_eq!(advice("Expired"), None);
    }

    #[test]
    fn what_cannot_be_valid_later_is_known_by_its_kind_or_text() {
        let wrapped = |error: io::Error| io::Error::other(error);
        for kind in [io::ErrorKind::InvalidData, io::ErrorKind::InvalidInput] {
            // Such as `invalid gzip header`.
            assert!(is_invalid(&wrapped(kind.into())));
        }
        assert!(!is_invalid(&wrapped(io::ErrorKind::UnexpectedEof.into())));
        let lookup = |problem| {
            let text = format!("failed to lookup address information: {problem}");
            is_unknown_host(&io::Error::other(text))
        };
        assert!(lookup("Name or service not known"));
        assert!(lookup("nodename nor servname provided, or not known"));
        assert!(!lookup("Temporary failure in name resolution"));
        assert!(!is_unknown_host(&io::Error::other("connection refused")));
    }
}
