//! Sending: the only module that uses the network. Nothing in it is generic.

use std::future::Future;
use std::pin::Pin;

use http::header::LOCATION;
use http::{HeaderMap, Method, StatusCode};
use reqwest::Url;

use super::arriving::{Arriving, ArrivingBody};
use super::body_stream::BodyStream;
use super::call_summary::Outcome;
use super::error::Failure;
use super::http_client::FOLLOWS;
use super::next_attempt::NextAttempt;
use super::permit::Permit;
use super::prepared_request::{PreparedRequest, Unsent};
use super::retry::{self, CallContext};
use super::settings::Settings;
use super::tokio_runtime::expect_runtime;
use super::{
    CallSettings, ClientCore, ConfigError, EncodeError, Operation, RawResponse, Reading,
    RequestParts, trace, validate,
};

/// The largest number of redirects, the same as in `reqwest`.
const MAX_REDIRECTS: usize = 10;

/// The most that is read of a body that nobody needs as a whole, in bytes, if it is known to be too large.
const BEGINNING: u64 = 64 * 1024;

/// A call without the type of its response.
pub(super) type Exchange = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// Prepares a request, which is sent when the future is polled.
pub(super) fn exchange(
    client: &ClientCore,
    parts: Result<RequestParts, EncodeError>,
    settings: &CallSettings,
    status_of: fn(&RawResponse) -> u16,
    reading: fn(u16) -> Reading,
) -> Exchange {
    let shared = client.settings();
    let prepared = parts.map_err(Unsent::Encode).and_then(|parts| {
        let timeout = settings.timeout.unwrap_or(shared.timeout);
        validate::timeout("timeout", shared.names, timeout)?;
        let policy = settings.retry.as_ref().unwrap_or(&shared.retry).clone();
        validate::retry(shared.names, &policy)?;
        let context = CallContext {
            operation: parts.operation,
            policy,
            timeout,
            status_of,
            reading,
        };
        Ok((PreparedRequest::new(client, parts, settings)?, context))
    });
    let client = client.clone();
    Box::pin(async move {
        let (request, context) = match prepared {
            Ok(prepared) => prepared,
            Err(unsent) => return Outcome::unsent(unsent.into()),
        };
        if let Err(error) = expect_runtime() {
            return Outcome::unsent(Failure::Runtime(error));
        }
        let call = retry::run(&client, &request, &context);
        let mut outcome = trace::call(context.operation, call).await;
        if let Ok(response) = &mut outcome.result
            && response.status() == StatusCode::NOT_FOUND
            && let Some(repeated) = repeated_path(client.settings(), context.operation)
        {
            let hint = format!("the path `{repeated}` is in the base URL and in the operation");
            response.hint = Some(hint.into());
            response.is_misdirected = true;
        }
        outcome
    })
}

/// The segments that a base URL ends with and that a path begins with: `/v1` in `https://example.org/v1` and `/v1/users`. `None` if
/// the base URL has its path from the document, which may repeat segments.
fn repeated_path(settings: &Settings, operation: Operation) -> Option<String> {
    let path_of = |url: &str| {
        let url = settings.parsed_base_url.join(url).ok()?;
        Some(url.path().trim_end_matches('/').to_owned())
    };
    let base = path_of(&settings.base_url_of(operation))?;
    let of_document = operation.server().or(settings.api.base_url.value);
    if of_document.and_then(path_of).as_ref() == Some(&base) {
        return None;
    }
    let starts = base.match_indices('/').map(|(at, _)| &base[at..]);
    let mut repeated = starts.filter(|end| {
        let rest = operation.path().strip_prefix(end);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    repeated.next().map(str::to_owned)
}

/// Sends a request once and follows redirects within its origin. Reads the response, or leaves it to be read as a stream.
pub(super) async fn send(
    client: &ClientCore,
    request: &PreparedRequest,
    changed: Option<&NextAttempt>,
    context: &CallContext,
    arriving: &Arriving,
    mut permit: Option<&mut Permit>,
) -> Result<RawResponse, Failure> {
    let settings = client.settings();
    let (own_url, headers) = match changed {
        Some(attempt) => (&attempt.url, &attempt.headers),
        None => (&request.url, &request.headers),
    };
    // The targets of redirects.
    let mut seen: Vec<Url> = Vec::new();
    loop {
        let url = seen.last().unwrap_or(own_url);
        let sent = request.to(url.clone(), headers, settings).await?;
        if let Some(permit) = permit.take() {
            permit.used();
        }
        #[cfg(not(feature = "testing"))]
        let response = settings.http.execute(sent).await?;
        #[cfg(feature = "testing")]
        let response =
            super::transport::execute(settings, request, context.operation, sent).await?;
        arriving.note();
        // A custom HTTP client that follows redirects may send credentials to another host, or turn a POST into a GET.
        if response.url() != url {
            return Err(Failure::Config(ConfigError::new("http_client", FOLLOWS)));
        }
        let status = response.status();
        let target = if context.operation.responds_with(status) {
            None
        } else {
            redirect(&request.method, url, status, response.headers())
        };
        let target = target.map(|target| match target? {
            _ if !request.is_repeatable() => {
                Err("its body is a stream, which can only be sent once")
            }
            target if target == *own_url || seen.contains(&target) => {
                Err("it leads back to a URL that was already requested")
            }
            _ if seen.len() >= MAX_REDIRECTS => Err("there were too many redirects"),
            target => Ok(target),
        });
        match target {
            Some(Ok(target)) => seen.push(target),
            stopped => {
                let mut response =
                    receive(response, settings.max_response_body, context, arriving).await?;
                response.is_accepted = response.is_html() && request.accepts_html()
                    || response.is_plain_text() && request.accepts_plain_text();
                if let Some(Err(problem)) = stopped {
                    response.hint = Some(problem.into());
                }
                if status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
                    let proxy = settings.http.proxy(url);
                    let hint = proxy.map(|proxy| format!("the response of {proxy}").into());
                    response.hint = hint.or(response.hint);
                }
                return Ok(response);
            }
        }
    }
}

/// The target of a redirect for the same request, or the reason why it is not followed. Other origins get nothing, because the
/// headers contain credentials.
fn redirect(
    method: &Method,
    from: &Url,
    status: StatusCode,
    headers: &HeaderMap,
) -> Option<Result<Url, &'static str>> {
    let is_same_request = match status.as_u16() {
        307 | 308 => true,
        301..=303 => matches!(*method, Method::GET | Method::HEAD),
        _ => return None,
    };
    let location = headers.get(LOCATION)?.to_str().ok();
    let Some(mut target) = location.and_then(|location| from.join(location).ok()) else {
        return Some(Err("it is not a valid URL"));
    };
    // It is not sent, so it makes no difference.
    target.set_fragment(None);
    let problem = if !is_same_request {
        // This is another operation.
        "its status turns the request into a `GET`"
    } else if target.host_str() != from.host_str() {
        "it leads to another host"
    } else if target.scheme() != from.scheme() {
        "it leads to another scheme"
    } else if target.origin() != from.origin() {
        "it leads to another port"
    } else if !target.username().is_empty() || target.password().is_some() {
        "it contains a user name or password"
    } else {
        return Some(Ok(target));
    };
    Some(Err(problem))
}

async fn receive(
    mut response: reqwest::Response,
    limit: u64,
    context: &CallContext,
    arriving: &Arriving,
) -> Result<RawResponse, Failure> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let reading = if context.operation.is_success(status) {
        (context.reading)(status.as_u16())
    } else {
        // The status says what happened, and the body only explains it.
        Reading::IfItArrives
    };
    match reading {
        Reading::AsStream => {
            let body = BodyStream::new(context.operation, response.into(), limit, context.timeout);
            Ok(RawResponse::begun(status, headers, body))
        }
        Reading::IfItArrives => {
            arriving.keep(status, headers);
            let problem = receive_beginning(response, limit, arriving).await.err();
            let problem = problem.as_ref().map(|problem| problem as _);
            // It was kept above.
            arriving.take(problem).ok_or(Failure::TooLarge { limit })
        }
        Reading::Whole => {
            let body = receive_whole(response, limit, arriving).await?;
            let mut response = RawResponse::new(status, headers, body.finish());
            response.is_change = !context.operation.method().is_safe();
            Ok(response)
        }
    }
}

async fn receive_whole(
    mut response: reqwest::Response,
    limit: u64,
    arriving: &Arriving,
) -> Result<ArrivingBody, Failure> {
    let announced = response.content_length().unwrap_or_default();
    if announced > limit {
        return Err(Failure::TooLarge { limit });
    }
    let mut body = ArrivingBody::default();
    while let Some(chunk) = response.chunk().await.map_err(Failure::of_body)? {
        if (body.len() + chunk.len()) as u64 > limit {
            return Err(Failure::TooLarge { limit });
        }
        arriving.note();
        body.add(chunk, announced);
    }
    Ok(body)
}

/// Reads as much of a body as arrives and as the limit allows. An error is the reason why there is not more.
async fn receive_beginning(
    mut response: reqwest::Response,
    limit: u64,
    arriving: &Arriving,
) -> Result<(), Failure> {
    let is_too_large = response.content_length().unwrap_or_default() > limit;
    let longest = if is_too_large {
        limit.min(BEGINNING)
    } else {
        limit
    };
    let longest = usize::try_from(longest).unwrap_or(usize::MAX);
    while let Some(chunk) = response.chunk().await.map_err(Failure::of_body)? {
        if !arriving.add(chunk, longest) {
            return Err(Failure::TooLarge { limit });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn target(
        method: &Method,
        status: u16,
        location: &'static str,
    ) -> Option<Result<String, &'static str>> {
        let from = Url::parse("https://api.example.org/v1/a").unwrap();
        let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_static(location))]);
        let status = StatusCode::from_u16(status).unwrap();
        let target = redirect(method, &from, status, &headers)?;
        Some(target.map(|url| url.to_string()))
    }

    #[test]
    fn a_redirect_keeps_the_origin() {
        let there = Some(Ok("https://api.example.org/b?c=1".to_owned()));
        for location in ["/b?c=1", "../b?c=1", "https://api.example.org:443/b?c=1"] {
            assert_eq!(target(&Method::POST, 308, location), there, "{location}");
        }
        let host = "it leads to another host";
        for (location, problem) in [
            ("http://api.example.org/b", "it leads to another scheme"),
            ("https://api.example.org:8443/b", "it leads to another port"),
            ("https://example.org/b", host),
            ("//other.example.org/b", host),
            (
                "https://user@api.example.org/b",
                "it contains a user name or password",
            ),
            ("https://api.example.org.evil.example/b", host),
            ("data:text/plain,x", host),
            ("https://", "it is not a valid URL"),
        ] {
            assert_eq!(
                target(&Method::GET, 307, location),
                Some(Err(problem)),
                "{location}"
            );
        }
    }

    #[test]
    fn a_redirect_keeps_the_operation() {
        let problem = "its status turns the request into a `GET`";
        for status in [301, 302, 303] {
            assert!(target(&Method::GET, status, "/b").unwrap().is_ok());
            assert_eq!(target(&Method::POST, status, "/b"), Some(Err(problem)));
            assert_eq!(target(&Method::DELETE, status, "/b"), Some(Err(problem)));
        }
        assert_eq!(target(&Method::GET, 304, "/b"), None);
        assert_eq!(target(&Method::GET, 300, "/b"), None);
    }
}
