//! Sending: the one place that talks to the network. Nothing in it is generic.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use reqwest::{Request, Url};
use serde_json::Value;

use super::credential::Applied;
use super::incoming::Incoming;
use super::payload::Payload;
use super::retry::{self, Terms};
use super::style::Style;
use super::{
    Answer, Client, ConfigError, EncodeError, Parts, RetryPolicy, TransportError, UploadError,
};

/// How many redirects a call follows: as many as `reqwest` and `curl` would.
const MAX_REDIRECTS: usize = 10;

/// Bytes of a URL that the `http` crate can take.
const LONGEST_URL: usize = 65_000;

/// What holds for one call only.
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(super) timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) properties: Vec<(String, Value)>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            // A header may hold a credential.
            .field(
                "headers",
                &self
                    .headers
                    .iter()
                    .map(|(name, _)| name)
                    .collect::<Vec<_>>(),
            )
            .field("query", &self.query)
            .field("properties", &self.properties)
            .finish()
    }
}

/// A call without the type of its answer.
pub(super) type Exchange = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    Config(ConfigError),
    Encode(EncodeError),
    Transport(TransportError),
    Upload(UploadError),
    Timeout(Duration),
    Stalled(Duration),
    TooLarge(u64),
}

impl From<EncodeError> for Failure {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        match UploadError::in_causes(&error) {
            Some(error) => Self::Upload(error.clone()),
            None => Self::Transport(TransportError::new(error)),
        }
    }
}

/// A request that can be sent, more than once if its body can.
pub(super) struct Outgoing {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Option<Payload>,
}

impl Outgoing {
    pub(super) fn is_repeatable(&self) -> bool {
        self.body.as_ref().is_none_or(Payload::is_repeatable)
    }

    /// The request to this place, which is its own or one that the service redirects to.
    async fn to(&self, url: Url, limit: u64) -> Result<Request, EncodeError> {
        let mut request = Request::new(self.method.clone(), url);
        *request.headers_mut() = self.headers.clone();
        if let Some(body) = &self.body {
            *request.body_mut() = Some(body.open(limit).await?);
        }
        Ok(request)
    }
}

/// Makes a request of its parts, to be sent when the future is polled.
pub(super) fn start(
    client: &Client,
    parts: Result<Parts, EncodeError>,
    options: &Options,
    status_of: fn(&Answer) -> u16,
    is_streamed: fn(u16) -> bool,
) -> Exchange {
    let settings = client.settings();
    let prepared = parts.and_then(|parts| {
        let terms = Terms {
            operation: parts.operation,
            policy: options.retry.as_ref().unwrap_or(&settings.retry).clone(),
            timeout: options.timeout.unwrap_or(settings.timeout),
            status_of,
            is_streamed,
        };
        Ok((outgoing(client, parts, options)?, terms))
    });
    let client = client.clone();
    Box::pin(async move {
        let (request, terms) = prepared?;
        retry::run(&client, &request, &terms).await
    })
}

fn outgoing(client: &Client, mut parts: Parts, options: &Options) -> Result<Outgoing, EncodeError> {
    let settings = client.settings();
    for (name, value) in &options.query {
        parts.add_query(name, Style::FORM, &Value::from(value.as_str()));
    }
    for (name, value) in &options.headers {
        parts.add_header(name, value)?;
    }
    for (name, value) in &options.properties {
        parts.add_extra_property(name, value)?;
    }
    let mut headers = settings.headers.clone();
    for credential in settings.credentials_of(parts.operation) {
        match credential {
            Applied::Header(name, value) => {
                headers.insert(name, value.clone());
            }
            Applied::Query(pair) => parts.add_query_pair(pair),
            Applied::Cookie(pair) => parts.add_cookie_pair(pair),
        }
    }
    let url = url(settings.base_url_of(parts.operation), &parts)?;
    let method: Method = parts.operation.method().into();
    let (extra_headers, body) = parts.finish()?;
    let is_empty = body.as_ref().is_none_or(|(_, body)| body.is_empty());
    if is_empty && [Method::POST, Method::PUT, Method::PATCH].contains(&method) {
        // It is not left to be guessed that nothing follows: some servers refuse that.
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let body = body.map(|(media_type, body)| {
        headers.insert(CONTENT_TYPE, media_type);
        body
    });
    headers.extend(extra_headers);
    Ok(Outgoing {
        method,
        url,
        headers,
        body,
    })
}

fn url(base_url: &str, parts: &Parts) -> Result<Url, EncodeError> {
    // Without the slash it would continue the name of the host.
    if !parts.operation.path().starts_with('/') {
        return Err(EncodeError::new(
            "path",
            parts.operation.path(),
            "must start with `/`",
        ));
    }
    // Two parameters in one segment can make dots that neither of them is.
    if parts
        .path
        .split('/')
        .any(|segment| matches!(segment, "." | ".."))
    {
        return Err(EncodeError::new(
            "path",
            &parts.path,
            "must not have a segment `.` or `..`",
        ));
    }
    let path = parts.path.split('#').next().unwrap_or_default();
    let separator = match (parts.query.as_str(), path.contains('?')) {
        ("", _) => "",
        (_, false) => "?",
        (_, true) => "&",
    };
    let text = format!("{base_url}{path}{separator}{}", parts.query);
    if text.len() > LONGEST_URL {
        let problem = format!(
            "makes a URL of {} bytes, more than the {LONGEST_URL} that can be sent",
            text.len()
        );
        return Err(EncodeError::new("path", parts.operation.path(), &problem));
    }
    Url::parse(&text)
        .map_err(|error| EncodeError::new("path", &parts.path, &format!("makes no URL: {error}")))
}

/// Sends a request once, follows redirects within its origin, and reads the answer, or leaves it to be read as it comes.
pub(super) async fn send(
    client: &Client,
    request: &Outgoing,
    terms: &Terms,
) -> Result<Answer, Failure> {
    let settings = client.settings();
    let mut url = request.url.clone();
    let mut redirects = 0;
    loop {
        let sent = request.to(url.clone(), settings.max_request_body).await?;
        let response = settings.http.execute(sent).await?;
        // A client of the caller's own may follow redirects by itself, with the credentials.
        if response.url().origin() != url.origin() {
            let problem =
                "followed a redirect to another host; build it with `redirect::Policy::none()`";
            return Err(ConfigError::new("http_client", None, problem).into());
        }
        let target = redirect(&request.method, &url, response.status(), response.headers());
        match target.filter(|_| redirects < MAX_REDIRECTS && request.is_repeatable()) {
            Some(target) => url = target,
            None => return receive(response, settings.max_response_body, terms).await,
        }
        redirects += 1;
    }
}

/// Where to send the same request again. Another origin gets nothing: the headers hold the credentials.
fn redirect(method: &Method, from: &Url, status: StatusCode, headers: &HeaderMap) -> Option<Url> {
    let same_request = match status.as_u16() {
        307 | 308 => true,
        // These make a GET of anything else, which would be another operation.
        301..=303 => matches!(*method, Method::GET | Method::HEAD),
        _ => false,
    };
    let location = headers
        .get(LOCATION)
        .filter(|_| same_request)?
        .to_str()
        .ok()?;
    from.join(location).ok().filter(|target| {
        target.origin() == from.origin()
            && target.username().is_empty()
            && target.password().is_none()
    })
}

async fn receive(
    mut response: reqwest::Response,
    limit: u64,
    terms: &Terms,
) -> Result<Answer, Failure> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    if status.is_success() && (terms.is_streamed)(status.as_u16()) {
        let body = Incoming::new(terms.operation, response.into(), limit, terms.timeout);
        return Ok(Answer::begun(status, headers, body));
    }
    if response
        .content_length()
        .is_some_and(|length| length > limit)
    {
        return Err(Failure::TooLarge(limit));
    }
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await? {
        if (body.len() + chunk.len()) as u64 > limit {
            return Err(Failure::TooLarge(limit));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer::new(status, headers, Bytes::from(body)))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn target(method: &Method, status: u16, location: &'static str) -> Option<String> {
        let from = Url::parse("https://api.example.org/v1/a").unwrap();
        let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_static(location))]);
        let status = StatusCode::from_u16(status).unwrap();
        redirect(method, &from, status, &headers).map(|url| url.to_string())
    }

    #[test]
    fn a_redirect_keeps_the_origin() {
        let there = Some("https://api.example.org/b?c=1".to_owned());
        for location in ["/b?c=1", "../b?c=1", "https://api.example.org:443/b?c=1"] {
            assert_eq!(target(&Method::POST, 308, location), there, "{location}");
        }
        for location in [
            "http://api.example.org/b",
            "https://api.example.org:8443/b",
            "https://example.org/b",
            "//other.example.org/b",
            "https://user@api.example.org/b",
            "https://api.example.org.evil.example/b",
            "data:text/plain,x",
            "https://",
        ] {
            assert_eq!(target(&Method::GET, 307, location), None, "{location}");
        }
    }

    #[test]
    fn a_redirect_keeps_the_operation() {
        for status in [301, 302, 303] {
            assert!(target(&Method::GET, status, "/b").is_some());
            assert_eq!(target(&Method::POST, status, "/b"), None);
            assert_eq!(target(&Method::DELETE, status, "/b"), None);
        }
        assert_eq!(target(&Method::GET, 304, "/b"), None);
        assert_eq!(target(&Method::GET, 300, "/b"), None);
    }
}
